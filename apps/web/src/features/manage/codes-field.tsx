import { useFormContext } from 'react-hook-form';
import { Field } from '../../ui/form';
import { FoundField, type Coded } from '../reference/found-field';
import { classificationQuery, metiersQuery } from '../reference/queries';
import type { CourseValues } from './course-values';

const SEARCHES = {
  metiers: (typed: string) => metiersQuery(typed),
  nsf: (typed: string) => classificationQuery('nsf', typed),
  rome: (typed: string) => classificationQuery('rome', typed),
};

interface CodesFieldProps {
  name: keyof typeof SEARCHES;
  label: string;
  hint: string;
  max: number;
  tooMany: string;
}

/** Codes of a reference; what the server says of one of them is said here. */
export function CodesField({ name, label, hint, max, tooMany }: CodesFieldProps) {
  const { errors } = useFormContext<CourseValues>().formState;
  const ofOne = [errors[name]].flat().find((error) => error?.message)?.message;
  return (
    <Field<Coded[]> name={name} validate={(chosen) => (chosen.length > max ? tooMany : undefined)}>
      {(f) => <FoundField label={label} hint={hint} {...f} error={f.error ?? ofOne} search={SEARCHES[name] as never} />}
    </Field>
  );
}
