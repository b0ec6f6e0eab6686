import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FieldProps } from '../../ui/field';
import { ManyField } from '../../ui/many-field';
import { useSettled } from '../reference/use-settled';
import { agentsQuery, type FoundAgent } from './queries';

/** Several agents, each found by name; the value is their ids. */
export function AgentsField({ isOfficer, value = [], ...rest }: FieldProps<string[]> & { isOfficer: boolean }) {
  const [typed, setTyped] = useState('');
  const chosen = useRef(new Map<string, FoundAgent>());
  const { data = [] } = useQuery(agentsQuery(useSettled(typed), isOfficer));
  for (const agent of data) if (value.includes(agent.id)) chosen.current.set(agent.id, agent);
  const known = [...data, ...[...chosen.current.values()].filter(({ id }) => !data.some((agent) => agent.id === id))];
  return (
    <ManyField
      {...rest}
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
