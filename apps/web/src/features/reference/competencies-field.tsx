import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { ComboBox } from '../../ui/combo-box';
import { Select } from '../../ui/select';
import type { Coded } from './found-field';
import { competenciesQuery } from './queries';
import { text } from './text';
import { useSettled } from './use-settled';
import './competencies.css';

export interface CompetencyValue extends Coded {
  id: string;
  language: string;
  levels: string[];
  level: number | null;
}

interface CompetenciesFieldProps {
  label: string;
  /** What a level says here. */
  levelLabel: string;
  value: CompetencyValue[];
  onChange: (value: CompetencyValue[]) => void;
  error?: string;
  /** Of the level of each. */
  levelErrors?: readonly (string | undefined)[];
}

/** Competencies of the open frameworks, each with a level. */
export function CompetenciesField({ label, levelLabel, value, onChange, error, levelErrors = [] }: CompetenciesFieldProps) {
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
  const field = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  // The keyboard goes on from the one that follows, or from where another is looked for.
  const remove = (index: number) => {
    const buttons = [...(rows.current?.querySelectorAll<HTMLElement>('.competency > .button') ?? [])];
    const next = buttons[index + 1] ?? buttons[index - 1];
    onChange(value.filter((_, at) => at !== index));
    setTimeout(() => (next ?? field.current?.querySelector('input'))?.focus());
  };
  return (
    <div ref={field} className="stack">
      <ComboBox
        key={value.length}
        label={label}
        hint={text.competenciesHint}
        error={error}
        value=""
        onChange={add}
        inputValue={typed}
        onInputChange={setTyped}
        options={found.map(({ id, code, label: words, domain }) => ({ value: id, label: `${code} ${words}`, note: domain }))}
      />
      {value.length > 0 && (
        <ul ref={rows} className="competencies" aria-label={label}>
          {value.map((one, index) => (
            <li key={one.id} className="competency">
              <p>
                {one.code} <span lang={one.language}>{one.label}</span>
              </p>
              {one.levels.length > 0 && (
                <Select
                  label={levelLabel}
                  options={[{ value: '', label: text.noLevel }, ...one.levels.map((words, at) => ({ value: String(at + 1), label: words }))]}
                  value={one.level === null ? '' : String(one.level)}
                  onChange={(level) => change(index, level ? Number(level) : null)}
                  error={levelErrors[index]}
                />
              )}
              <Button variant="quiet" icon={Trash2} aria-label={text.removeCompetencyOf(one.code)} onPress={() => remove(index)}>
                {text.removeCompetency}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
