import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox } from '../../ui/combo-box';
import type { FieldProps } from '../../ui/field';
import { metiersQuery } from './queries';
import { useSettled } from './use-settled';

/** A métier territorial, found by the words of its label. `initialLabel` names the value already chosen. */
export function MetierField({ initialLabel = '', ...field }: FieldProps<string> & { initialLabel?: string }) {
  const [typed, setTyped] = useState(initialLabel);
  const { data } = useQuery(metiersQuery(useSettled(typed)));
  return (
    <ComboBox
      {...field}
      inputValue={typed}
      onInputChange={setTyped}
      options={(data?.items ?? []).map(({ code, label }) => ({ value: code, label }))}
    />
  );
}
