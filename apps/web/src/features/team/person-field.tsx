import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox } from '../../ui/combo-box';
import type { FieldProps } from '../../ui/field';
import { useSettled } from '../reference/use-settled';
import { deputyPeopleQuery } from './queries';

interface PersonFieldProps extends FieldProps<string> {
  /** Only those who lead a team. */
  supervising?: boolean;
}

/** Someone of one's employers, found by name; the value is their id. */
export function PersonField({ supervising = false, ...rest }: PersonFieldProps) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(deputyPeopleQuery(useSettled(typed)));
  const options = (data?.items ?? [])
    .filter(({ supervises }) => supervises || !supervising)
    .map(({ id, displayName, employerName }) => ({ value: id, label: displayName, note: employerName }));
  return <ComboBox {...rest} inputValue={typed} onInputChange={setTyped} options={options} />;
}
