import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ComboBox } from '../../ui/combo-box';
import type { FieldProps } from '../../ui/field';
import { courseChoicesQuery, managedCourseQuery } from './queries';
import { text } from './session-text';

/** A course of the catalogue, found by the words of its title. */
export function CourseField({ value, ...rest }: Omit<FieldProps<string>, 'label' | 'hint'>) {
  const [typed, setTyped] = useState<string>();
  const given = useQuery({ ...managedCourseQuery(value ?? ''), enabled: Boolean(value) }).data;
  const found = useQuery(courseChoicesQuery(typed ?? ''));
  const titleOfGiven = given?.title;
  useEffect(() => {
    if (titleOfGiven) setTyped((current) => current ?? titleOfGiven);
  }, [titleOfGiven]);

  const choices = (found.data?.items ?? []).filter(({ status }) => status !== 'archived');
  return (
    <ComboBox
      {...rest}
      label={text.course}
      hint={text.courseHint}
      value={value}
      inputValue={typed ?? ''}
      onInputChange={setTyped}
      options={choices.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
