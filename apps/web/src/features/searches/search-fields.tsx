import { useMe } from '../../app/me';
import { RadioGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { text } from './text';

const RHYTHMS = (['daily', 'weekly', 'never'] as const).map((value) => ({ value, label: text.choices[value] }));

/** What a saved search is called, and how often its news are told. */
export function SearchFields() {
  const me = useMe();
  return (
    <>
      <Field name="name" required={text.nameMissing}>
        {(f) => <TextField label={text.name} maxLength={120} {...f} />}
      </Field>
      <Field name="rhythm">{(f) => <RadioGroup label={text.rhythm} hint={me?.email ? text.mailTo(me.email) : undefined} options={RHYTHMS} {...f} />}</Field>
    </>
  );
}
