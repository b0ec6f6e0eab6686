import { useState } from 'react';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/choice';
import { ComboBox } from '../../ui/combo-box';
import { DateField, TimeField } from '../../ui/date-field';
import { NumberField } from '../../ui/number-field';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { audiences, modalities, optionsOf, themes } from '../catalogue/labels';
import { Sample } from './sample';
import { text } from './text';

export function FieldSamples() {
  const [modality, setModality] = useState('presence');
  const [theme, setTheme] = useState('');
  const [audience, setAudience] = useState<string[]>(['A', 'B']);
  const [seats, setSeats] = useState(12);
  const [agreed, setAgreed] = useState(true);
  const [day, setDay] = useState('2027-01-12');
  const [start, setStart] = useState('09:30');
  return (
    <Sample title={text.fields}>
      <div className="grid">
        <TextField label="Intitulé" hint="Court et concret" isRequired />
        <TextField label="Courriel" type="email" value="camille@ville" error="Il manque la fin de l’adresse, par exemple « .fr »." />
        <TextField label="Code du lieu" value="EPN-59" isDisabled />
        <SearchField label="Chercher un agent" value="Camille" />
        <Select label="Modalité" options={optionsOf(modalities)} value={modality} onChange={setModality} />
        <ComboBox label="Thème" options={optionsOf(themes)} value={theme} onChange={setTheme} />
        <NumberField label="Nombre de places" minValue={1} maxValue={40} value={seats} onChange={setSeats} />
        <DateField label="Jour" hint="JJ/MM/AAAA" value={day} onChange={setDay} error={text.sampleError} />
        <TimeField label="Début" value={start} onChange={setStart} />
        <CheckboxGroup label="Public" options={optionsOf(audiences)} value={audience} onChange={setAudience} />
        <RadioGroup label="Modalité" options={optionsOf(modalities)} value={modality} onChange={setModality} />
        <Checkbox label="La salle est accessible en fauteuil roulant" value={agreed} onChange={setAgreed} />
      </div>
      <TextArea label="Motivation" hint="Deux ou trois phrases" />
    </Sample>
  );
}
