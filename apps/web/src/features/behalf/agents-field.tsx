import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FieldProps } from '../../ui/field';
import { ManyField } from '../../ui/many-field';
import { useSettled } from '../reference/use-settled';
import { agentsQuery, type FoundAgent } from './queries';
import { text } from './text';

interface Refusal {
  message?: string;
}

/** Several agents, each found by name; the value is their ids. Who of them is refused is named. */
export function AgentsField({ isOfficer, value = [], name = '', error, ...rest }: FieldProps<string[]> & { isOfficer: boolean }) {
  const [typed, setTyped] = useState('');
  const chosen = useRef(new Map<string, FoundAgent>());
  const { data = [] } = useQuery(agentsQuery(useSettled(typed), isOfficer));
  for (const agent of data) if (value.includes(agent.id)) chosen.current.set(agent.id, agent);
  const known = [...data, ...[...chosen.current.values()].filter(({ id }) => !data.some((agent) => agent.id === id))];
  const refusals = useFormContext().formState.errors[name] as (Refusal | undefined)[] | Refusal | undefined;
  const refused = Array.isArray(refusals) ? refusals.findIndex(Boolean) : -1;
  const nameOf = (id: string | undefined) => known.find((agent) => agent.id === id)?.displayName ?? '';
  return (
    <ManyField
      {...rest}
      name={name}
      error={Array.isArray(refusals) && refused >= 0 ? text.refusedOf(nameOf(value[refused]), refusals[refused]?.message ?? '') : error}
      value={value}
      onChange={(ids) => {
        for (const agent of data) if (ids.includes(agent.id)) chosen.current.set(agent.id, agent);
        setTyped('');
        rest.onChange?.(ids);
      }}
      options={known.map(({ id, displayName, note }) => ({ value: id, label: displayName, note }))}
      inputValue={typed}
      onInputChange={setTyped}
    />
  );
}
