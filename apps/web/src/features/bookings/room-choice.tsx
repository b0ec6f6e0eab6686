import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { RoomCard } from '../../api/types';
import { RadioGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { useRooms } from '../manage/free';
import { wholeSlots } from '../manage/session-values';
import { DepartementField } from '../reference/departement-field';
import type { BookRoomValues } from './book-room-values';
import { text } from './text';

const SHOWN = 12;

/** Rooms large enough, the free ones first. */
export function RoomChoice({
  chosen,
  onChoose,
}: {
  chosen?: RoomCard;
  onChoose: (room: RoomCard | undefined) => void;
}) {
  const [departement, setDepartement] = useState('');
  const { control } = useFormContext<BookRoomValues>();
  const { date = '', start = '', end = '', people } = useWatch({ control });
  const slots = wholeSlots([{ date, start, end }]);
  const rooms = useRooms(slots, { departement: departement || undefined, minCapacity: people || 1 });
  const first = rooms?.slice(0, SHOWN) ?? [];
  const listed = chosen && !first.some(({ id }) => id === chosen.id) ? [chosen, ...first] : first;
  return (
    <div className="stack">
      {slots.length === 0 && <p className="hint">{text.roomFirst}</p>}
      <DepartementField value={departement} onChange={setDepartement} />
      {!rooms && <Skeleton />}
      {rooms && listed.length === 0 && <Notice title={text.noRoom} />}
      {listed.length > 0 && (
        <Field name="roomId" required={text.roomMissing}>
          {(f) => (
            <RadioGroup
              {...f}
              label={text.room}
              options={listed.map(({ id, name, capacity, free, venue }) => ({
                value: id,
                label: text.roomLabel(name, venue.name, venue.communeName),
                note: text.roomNote(capacity, free),
              }))}
              onChange={(id) => {
                f.onChange(id);
                onChoose(listed.find((room) => room.id === id));
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
