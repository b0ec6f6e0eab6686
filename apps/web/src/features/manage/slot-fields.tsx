import { Plus, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../../ui/button';
import { DateField, TimeField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { nextSlot, type SessionValues } from './session-values';
import { text } from './session-text';

/** The half-days of a session, one after the other. */
export function SlotFields() {
  const { control, clearErrors, formState } = useFormContext<SessionValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'slots' });
  const slots = useWatch({ control, name: 'slots' });
  // What the server says of a whole half-day belongs to no field: it goes when any of them changes.
  useEffect(() => clearErrors('slots'), [slots, clearErrors]);

  return (
    <section className="stack stack-6" aria-labelledby="slots">
      <div>
        <h2 id="slots">{text.slots}</h2>
        <p className="hint">{text.slotsHint}</p>
      </div>
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={text.slot(index + 1)} className="stack stack-2">
          <div className="form-row">
            <Field name={`slots.${index}.date`} required={text.dateMissing}>
              {(f) => <DateField label={text.date} {...f} />}
            </Field>
            <Field name={`slots.${index}.start`} required={text.startMissing}>
              {(f) => <TimeField label={text.start} {...f} />}
            </Field>
            <Field name={`slots.${index}.end`} required={text.endMissing}>
              {(f) => <TimeField label={text.end} {...f} />}
            </Field>
            {fields.length > 1 && (
              <Button
                variant="quiet"
                icon={Trash2}
                aria-label={text.removeSlotOf(index + 1)}
                onPress={() => remove(index)}
              >
                {text.removeSlot}
              </Button>
            )}
          </div>
          <SlotMessage message={formState.errors.slots?.[index]?.message} />
        </div>
      ))}
      <div>
        <Button variant="secondary" icon={Plus} onPress={() => append(nextSlot(slots.at(-1)))}>
          {text.addSlot}
        </Button>
      </div>
    </section>
  );
}

const SlotMessage = ({ message }: { message?: string }) => message && <p className="field-error">{message}</p>;
