import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { RoomCard, SlotInput } from '../../api/types';
import { RadioGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { DepartementField } from '../reference/departement-field';
import { useRooms } from './free';
import type { SessionValues } from './session-values';
import { text } from './session-text';

const shown = 12;

interface RoomFieldProps {
  slots: SlotInput[];
  chosen?: RoomCard;
  onChoose: (room: RoomCard | undefined) => void;
}

/** Published rooms with enough seats, the free ones first. */
export function RoomField({ slots, chosen, onChoose }: RoomFieldProps) {
  const [departement, setDepartement] = useState('');
  const capacity = useWatch<SessionValues, 'capacity'>({ name: 'capacity' });
  const rooms = useRooms(slots, { departement: departement || undefined, minCapacity: capacity || 1 });
  return (
    <section className="stack stack-6" aria-labelledby="room">
      <div>
        <h2 id="room">{text.room}</h2>
        {slots.length === 0 && <p className="hint">{text.whenFirst}</p>}
      </div>
      <DepartementField value={departement} onChange={setDepartement} />
      {rooms ? <Choice rooms={rooms} chosen={chosen} onChoose={onChoose} /> : <Skeleton />}
    </section>
  );
}

function Choice({ rooms, chosen, onChoose }: Omit<RoomFieldProps, 'slots'> & { rooms: RoomCard[] }) {
  const first = rooms.slice(0, shown);
  const known = rooms.find(({ id }) => id === chosen?.id) ?? chosen;
  const listed = known && !first.includes(known) ? [known, ...first] : first;
  if (listed.length === 0) return <Notice title={text.noRoom} />;
  const isFree = (id: string) => (listed.find((room) => room.id === id)?.free === false ? text.roomBusy : undefined);
  return (
    <Field name="roomId" required={text.roomMissing} validate={isFree}>
      {(f) => (
        <RadioGroup
          {...f}
          label={text.room}
          hint={rooms.length > shown && text.roomsShown(shown, rooms.length)}
          options={listed.map(({ id, name, capacity, free, venue }) => ({
            value: id,
            label: text.roomLabel(name, venue.name),
            note: text.roomNote(venue.communeName, capacity, free),
          }))}
          onChange={(id) => {
            f.onChange(id);
            onChoose(listed.find((room) => room.id === id));
          }}
        />
      )}
    </Field>
  );
}
