import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldProps } from '../../ui/field';
import { ManyField } from '../../ui/many-field';
import { useSettled } from './use-settled';

export interface Coded {
  code: string;
  label: string;
}

interface FoundFieldProps<K extends readonly unknown[]> extends FieldProps<Coded[]> {
  /** What the server offers for what is typed. */
  search: (typed: string) => UseQueryOptions<{ items: Coded[] }, Error, { items: Coded[] }, K>;
}

const named = ({ code, label }: Coded) => `${code} ${label}`;

/** Several codes of a reference, each found by words of its label or by the beginning of its code. */
export function FoundField<K extends readonly unknown[]>({ search, value = [], onChange, ...rest }: FoundFieldProps<K>) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(search(useSettled(typed)));
  const known = [...value, ...(data?.items ?? [])].filter((one, index, all) => all.findIndex(({ code }) => code === one.code) === index);
  const choose = (codes: string[]) => {
    setTyped('');
    onChange?.(codes.flatMap((code) => known.find((one) => one.code === code) ?? []));
  };
  return (
    <ManyField
      {...rest}
      value={value.map(({ code }) => code)}
      onChange={choose}
      options={known.map((one) => ({ value: one.code, label: named(one) }))}
      inputValue={typed}
      onInputChange={setTyped}
    />
  );
}
