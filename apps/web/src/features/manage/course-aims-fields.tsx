import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Button } from '../../ui/button';
import { ComboBox } from '../../ui/combo-box';
import { Field } from '../../ui/form';
import { Select } from '../../ui/select';
import { competenciesQuery } from '../reference/queries';
import { useSettled } from '../reference/use-settled';
import { Section } from './course-section';
import type { CompetencyValue, CourseValues } from './course-values';
import { LinesField } from './lines-field';
import { text } from './sheet-text';

export function AimsFields() {
  return (
    <Section id="objectifs">
      <LinesField name="situations" label={text.situations} hint={text.situationsHint} max={12} tooMany={text.situationsTooMany} length={300} tooLong={text.situationTooLong} />
      <LinesField name="objectives" label={text.objectives} hint={text.objectivesHint} max={12} tooMany={text.objectivesTooMany} length={300} tooLong={text.objectiveTooLong} />
      <Field<CompetencyValue[]> name="competencies" validate={(chosen) => (chosen.length > 20 ? text.tooMany : undefined)}>
        {(f) => <CompetenciesField value={f.value} onChange={f.onChange} error={f.error} />}
      </Field>
    </Section>
  );
}

interface CompetenciesFieldProps {
  value: CompetencyValue[];
  onChange: (value: CompetencyValue[]) => void;
  error?: string;
}

/** Competencies of the open frameworks, each with the level the course leads to. */
function CompetenciesField({ value, onChange, error }: CompetenciesFieldProps) {
  const { errors } = useFormContext<CourseValues>().formState;
  const [typed, setTyped] = useState('');
  const { data } = useQuery(competenciesQuery(useSettled(typed)));
  const found = (data?.items ?? []).filter(({ id }) => !value.some((one) => one.id === id));
  const add = (id: string) => {
    const competency = found.find((one) => one.id === id);
    if (!competency) return;
    setTyped('');
    onChange([...value, { ...competency, level: null }]);
  };
  const change = (index: number, level: number | null) => onChange(value.map((one, at) => (at === index ? { ...one, level } : one)));
  return (
    <div className="stack">
      <ComboBox
        key={value.length}
        label={text.competencies}
        hint={text.competenciesHint}
        error={error}
        value=""
        onChange={add}
        inputValue={typed}
        onInputChange={setTyped}
        options={found.map(({ id, code, label, domain }) => ({ value: id, label: `${code} ${label}`, note: domain }))}
      />
      {value.length > 0 && (
        <ul className="stack" aria-label={text.competencies}>
          {value.map((one, index) => (
            <li key={one.id} className="form-row">
              <p className="competency">
                {one.code} <span lang={one.language}>{one.label}</span>
              </p>
              {one.levels.length > 0 && (
                <Select
                  label={text.levelLabel}
                  options={[{ value: '', label: text.noLevel }, ...one.levels.map((label, at) => ({ value: String(at + 1), label }))]}
                  value={one.level === null ? '' : String(one.level)}
                  onChange={(level) => change(index, level ? Number(level) : null)}
                  error={errors.competencies?.[index]?.level?.message}
                />
              )}
              <Button variant="quiet" icon={Trash2} aria-label={text.removeCompetencyOf(one.code)} onPress={() => onChange(value.filter((_, at) => at !== index))}>
                {text.removeCompetency}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
