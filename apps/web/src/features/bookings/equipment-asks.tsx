import type { RoomCard, SlotInput } from '../../api/types';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { useThingsLeft } from './availability';
import { text } from './text';

interface EquipmentAsksProps {
  room: Pick<RoomCard, 'id' | 'equipment' | 'sharedEquipment'>;
  slots: SlotInput[];
}

/** How many of each thing the room and the place lend, with what is left at these times and what the rest is kept for. */
export function EquipmentAsks({ room, slots }: EquipmentAsksProps) {
  const left = useThingsLeft(room.id, slots);
  const things = [...room.equipment, ...room.sharedEquipment];
  if (things.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend className="label">{text.equipment}</legend>
      <p className="hint">{text.equipmentHint}</p>
      {things.map(({ id, name, quantity }) => {
        const then = left.find((thing) => thing.id === id);
        const most = then?.left ?? quantity;
        return (
          <Field<number> key={id} name={`asks.${id}`} validate={(asked) => ((asked ?? 0) > most ? (then?.detail ?? undefined) : undefined)}>
            {(f) => (
              <NumberField
                label={text.equipmentLabel(name, quantity)}
                hint={then && (then.detail ?? text.left(then.left, quantity))}
                minValue={0}
                maxValue={quantity}
                {...f}
                value={f.value ?? 0}
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}
