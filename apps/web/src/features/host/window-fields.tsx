import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '../../ui/button';
import { TimeField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { Select } from '../../ui/select';
import { text } from './room-text';
import type { RoomValues } from './room-values';

const days = text.days.map((label, index) => ({ value: String(index + 1), label }));

/** The hours of the week at which the room is confirmed without asking. */
export function WindowFields() {
  const { control } = useFormContext<RoomValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'autoConfirmWindows' });
  return (
    <fieldset className="stack">
      <legend className="label">{text.windows}</legend>
      <p className="hint">{text.windowsHint}</p>
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={text.window(index + 1)} className="form-row">
          <Field name={`autoConfirmWindows.${index}.day`}>
            {(f) => <Select label={text.windowDay} options={days} {...f} />}
          </Field>
          <Field name={`autoConfirmWindows.${index}.start`} required={text.timeMissing}>
            {(f) => <TimeField label={text.windowStart} {...f} />}
          </Field>
          <Field name={`autoConfirmWindows.${index}.end`} required={text.timeMissing}>
            {(f) => <TimeField label={text.windowEnd} {...f} />}
          </Field>
          <Button
            variant="quiet"
            icon={Trash2}
            aria-label={text.removeWindow(index + 1)}
            onPress={() => remove(index)}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          icon={Plus}
          onPress={() => append({ day: '2', start: '09:00', end: '17:00' })}
        >
          {text.addWindow}
        </Button>
      </div>
    </fieldset>
  );
}
