import type { RoomCard } from '../../api/types';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { text } from './text';

/** How many of each thing the room and the place lend. */
export function EquipmentAsks({ things }: { things: RoomCard['equipment'] }) {
  if (things.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend className="label">{text.equipment}</legend>
      {things.map(({ id, name, quantity }) => (
        <Field<number> key={id} name={`asks.${id}`}>
          {(f) => (
            <NumberField
              label={text.equipmentLabel(name, quantity)}
              minValue={0}
              maxValue={quantity}
              {...f}
              value={f.value ?? 0}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
