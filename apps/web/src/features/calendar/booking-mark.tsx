import { Link } from '@tanstack/react-router';
import { Ban, CircleCheck, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { BookingCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { date, time } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { BookingChanges } from '../bookings/booking-changes';
import { equipmentLabel } from '../venues/room-labels';
import { text } from './text';

const icons = { held: Hourglass, confirmed: CircleCheck, block: Ban };
const stateOf = ({ kind, status }: BookingCard): keyof typeof icons =>
  kind === 'block' ? 'block' : status === 'held' ? 'held' : 'confirmed';
const hoursOf = ({ startsAt, endsAt, timeZone }: BookingCard) =>
  text.hours(time(startsAt, timeZone), time(endsAt, timeZone));

/** A booking in a calendar: its state by an icon and a word, then what it is for; pressed, it tells all and lets one act. */
export function BookingMark({ booking, isShort = false }: { booking: BookingCard; isShort?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const state = stateOf(booking);
  const Icon = icons[state];
  const mark = text.marks[state];
  const { purpose, startsAt, timeZone, roomName } = booking;
  return (
    <>
      <AriaButton className={`booking-mark booking-mark-${state}`} onPress={() => setOpen(true)}>
        <span className="booking-mark-state">
          <Icon size={16} aria-hidden />
          <span className="visually-hidden">{date(startsAt, timeZone)}, </span>
          {hoursOf(booking)}
        </span>
        <span className={isShort ? 'visually-hidden' : 'booking-mark-word'}>{mark}</span>
        <span className="booking-mark-purpose">{purpose}</span>
        <span className={isShort ? 'visually-hidden' : 'small'}>{roomName}</span>
      </AriaButton>
      <Dialog title={purpose} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Details booking={booking} mark={mark} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Details({ booking, mark, onDone }: { booking: BookingCard; mark: string; onDone: () => void }) {
  const { startsAt, timeZone, kind, people, equipment, sessionCode, actions } = booking;
  return (
    <div className="stack">
      <p className="sentence">
        {date(startsAt, timeZone)}, {hoursOf(booking)}
      </p>
      <p>
        {mark}, {booking.roomName}
      </p>
      {kind !== 'block' && <p className="sentence">{text.askedBy(booking.requestedBy)}</p>}
      {people !== null && <p>{text.people(people)}</p>}
      {equipment.length > 0 && <p>{equipment.map(equipmentLabel).join(', ')}</p>}
      {sessionCode && (
        <p>
          <Link to="/sessions/$code" params={{ code: sessionCode }}>
            {text.session(sessionCode)}
          </Link>
        </p>
      )}
      <div className="cluster">
        {actions.includes('confirm') && <LinkButton to="/hote/reservations">{text.answer}</LinkButton>}
        <BookingChanges booking={booking} asHost onDone={onDone} />
      </div>
    </div>
  );
}
