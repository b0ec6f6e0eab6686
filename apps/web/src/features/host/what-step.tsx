import type { VenueDetail, VenueInput } from '../../api/types';
import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { ManyField } from '../../ui/many-field';
import { MultiSelect } from '../../ui/multi-select';
import { TextArea, TextField } from '../../ui/text-field';
import type { Typology } from '../venues/typologies';
import { text } from './place-text';
import { StepForm } from './step-form';
import { text as host } from './text';
import { vocabulary } from './vocabulary';

const valuesOf = ({ services, publics, care, fees, accessModes, supportModes, typologies, programmes, labels, otherLabels, bookingUrl }: VenueDetail) => ({
  services,
  publics,
  care,
  fees,
  accessModes,
  supportModes,
  typologies,
  programmes,
  labels,
  otherLabelLines: otherLabels.join('\n'),
  bookingUrl: bookingUrl ?? '',
});
type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ otherLabelLines, ...values }: Values) => ({ ...values, otherLabels: linesOf(otherLabelLines) }) as VenueInput;

const groups: { name: 'services' | 'fees' | 'accessModes' | 'supportModes' | 'publics' | 'care'; label: string; hint?: string }[] = [
  { name: 'services', label: text.services },
  { name: 'fees', label: text.fees },
  { name: 'accessModes', label: text.access },
  { name: 'supportModes', label: text.support },
  { name: 'publics', label: text.publics, hint: text.publicsHint },
  { name: 'care', label: text.care, hint: text.careHint },
];

export function WhatStep({ venue }: { venue: VenueDetail }) {
  return (
    <StepForm venue={venue} step="quoi" valuesOf={valuesOf} inputOf={inputOf}>
      {groups.map(({ name, label, hint }) => (
        <Field<string[]> key={name} name={name}>
          {(f) => <CheckboxGroup label={label} hint={hint} options={vocabulary[name]} {...f} />}
        </Field>
      ))}
      <Field name="bookingUrl">{(f) => <TextField label={text.bookingUrl} hint={host.websiteHint} type="url" maxLength={2000} {...f} />}</Field>
      <Field<string[]> name="typologies">
        {(f) => <ManyField label={text.typologies} hint={text.typologiesHint} options={vocabulary.typologies} {...f} value={f.value as Typology[]} />}
      </Field>
      <Field<string[]> name="programmes">
        {(f) => <MultiSelect label={text.programmes} hint={text.programmesHint} placeholder={text.everyLabel} options={vocabulary.programmes} {...f} />}
      </Field>
      <Field<string[]> name="labels">
        {(f) => <MultiSelect label={text.standardLabels} placeholder={text.everyLabel} options={vocabulary.labels} {...f} />}
      </Field>
      <Field name="otherLabelLines">{(f) => <TextArea label={text.otherLabels} hint={text.otherLabelsHint} rows={2} {...f} />}</Field>
    </StepForm>
  );
}
