import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../../ui/button';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { TextField } from '../../ui/text-field';
import { text } from './room-text';
import type { Thing } from './room-values';

/** Things and how many there are, one a line; `name` is the list's in the form. */
export function EquipmentFields({ name }: { name: 'equipment' | 'items' }) {
  const { control } = useFormContext<Record<string, Thing[]>>();
  // React Hook Form keeps its own key of a line in `id` unless told otherwise: ours is the thing's.
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  const things = useWatch({ control, name });
  return (
    <div className="stack stack-6">
      {fields.map((field, index) => (
        <div key={field.key} role="group" aria-label={text.thing(index + 1)} className="form-row">
          <Field name={`${name}.${index}.name`} required={text.thingMissing}>
            {(f) => <TextField label={text.thingName} maxLength={100} {...f} />}
          </Field>
          <Field<number> name={`${name}.${index}.quantity`}>
            {(f) => <NumberField label={text.quantity} minValue={1} maxValue={1000} {...f} />}
          </Field>
          <Button
            variant="quiet"
            icon={Trash2}
            aria-label={text.removeThing(things[index]?.name ?? '', index + 1)}
            onPress={() => remove(index)}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="secondary" icon={Plus} onPress={() => append({ name: '', quantity: 1 })}>
          {text.addThing}
        </Button>
      </div>
    </div>
  );
}
