import { DateField, TimeField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { text } from './text';

/** A day and its hours, on the clock of the place. */
export function When() {
  return (
    <div className="form-row">
      <Field name="date" required={text.dateMissing}>
        {(f) => <DateField label={text.date} {...f} />}
      </Field>
      <Field name="start" required={text.startMissing}>
        {(f) => <TimeField label={text.start} {...f} />}
      </Field>
      <Field name="end" required={text.endMissing}>
        {(f) => <TimeField label={text.end} {...f} />}
      </Field>
    </div>
  );
}
