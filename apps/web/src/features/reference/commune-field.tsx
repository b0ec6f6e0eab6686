import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ComboBox } from '../../ui/combo-box';
import { communesQuery } from './queries';
import { text } from './text';

interface CommuneFieldProps {
  /** The INSEE code of the commune. */
  value?: string;
  onChange: (code: string) => void;
  label?: string;
  hint?: string;
  placeholder?: string;
}

/** A commune of France, found by its first letters or its postal code. */
export function CommuneField({ value, onChange, label = text.commune, hint, placeholder }: CommuneFieldProps) {
  const [typed, setTyped] = useState('');
  const found = useQuery(communesQuery(useSettled(typed || (value ?? ''))));
  const communes = found.data?.items ?? [];
  const chosen = communes.find(({ code }) => code === value);

  useEffect(() => {
    if (chosen) setTyped((current) => current || text.communeOf(chosen.name, chosen.departementCode));
  }, [chosen]);

  return (
    <ComboBox
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      inputValue={typed}
      onInputChange={setTyped}
      options={communes.map((commune) => ({
        value: commune.code,
        label: text.communeOf(commune.name, commune.departementCode),
      }))}
    />
  );
}

/** The value once the person has paused, so that we do not ask at every letter. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
