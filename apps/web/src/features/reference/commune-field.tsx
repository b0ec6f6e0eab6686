import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Option } from '../../ui/choice';
import { ComboBox } from '../../ui/combo-box';
import type { FieldProps } from '../../ui/field';
import { communesQuery } from './queries';
import { text } from './text';
import { useSettled } from './use-settled';

interface CommuneFieldProps extends Omit<FieldProps<string>, 'label'> {
  label?: string;
  placeholder?: string;
}

/** A commune of France, found by its first letters; the value is its INSEE code. */
export function CommuneField({ label = text.commune, value = '', onChange, ...rest }: CommuneFieldProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Option>();
  const isSearching = typed !== '' && typed !== chosen?.label;
  const { data } = useQuery(communesQuery(useSettled(isSearching ? typed : value)));
  const options = (data?.items ?? []).map(({ code, name, departementCode }) => ({
    value: code,
    label: text.communeOf(name, departementCode),
  }));

  // Taken off elsewhere, or changed by going back in the browser.
  useEffect(() => {
    if (value === (chosen?.value ?? '')) return;
    setChosen(undefined);
    setTyped('');
  }, [value]);

  // The address of a page gives a code only: its name comes with the first answer.
  const named = chosen ? undefined : options.find((option) => option.value === value);
  useEffect(() => {
    if (!named) return;
    setChosen(named);
    setTyped(named.label);
  }, [named?.value]);

  const choose = (code: string) => {
    setChosen(options.find((option) => option.value === code));
    onChange?.(code);
  };
  return (
    <ComboBox
      {...rest}
      label={label}
      value={value}
      onChange={choose}
      inputValue={typed}
      onInputChange={setTyped}
      options={options}
    />
  );
}
