import { useState } from 'react';
import type { Room } from '../../api/types';
import { Button } from '../../ui/button';
import { clock } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { BlockForm } from './block-form';
import { BookingMark } from './booking-mark';
import { bookingsOn, notesOf } from './day-notes';
import { partsOf, spanOf, type Gap } from './gaps';
import type { ViewProps } from './month-view';
import { text } from './text';

interface DayViewProps extends ViewProps {
  rooms: Room[];
  /** Of the place, this day of the week. */
  hours: { from: string; to: string }[];
}

/** One column per room: what is booked, and the free hours, which the host may keep for himself. */
export function DayView({ range: { anchor }, bookings, closures, rooms, hours }: DayViewProps) {
  const day = anchor.toString();
  const today = bookingsOn(anchor, bookings);
  const span = spanOf(day, hours, today);
  return (
    <>
      {notesOf(anchor, closures).map((note) => (
        <p key={note} className="day-note">
          {note}
        </p>
      ))}
      <div className="day-rooms">
        {rooms.map((room) => (
          <section key={room.id} className="stack stack-2" aria-labelledby={`r-${room.id}`}>
            <h3 id={`r-${room.id}`}>{room.name}</h3>
            {partsOf(
              day,
              today.filter(({ roomId }) => roomId === room.id),
              span,
            ).map((part) =>
              'gap' in part ? (
                <Free key={part.gap.start} room={room} day={day} gap={part.gap} />
              ) : (
                <BookingMark key={part.booking.id} booking={part.booking} />
              ),
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function Free({ room, day, gap }: { room: Room; day: string; gap: Gap }) {
  const [isOpen, setOpen] = useState(false);
  const [start, end] = [clock(gap.start), clock(gap.end)];
  return (
    <div className="free">
      <span>{text.free(start, end)}</span>
      <Button
        variant="quiet"
        aria-label={text.freeOf(room.name, start, end)}
        onPress={() => setOpen(true)}
      >
        {text.block}
      </Button>
      <Dialog title={text.blockTitle(room.name)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <BlockForm roomId={room.id} day={day} gap={gap} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
