import { useQueryClient } from '@tanstack/react-query';
import { Check, DoorOpen, UserRound } from 'lucide-react';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { Button } from '../../ui/button';
import { date, dateTime, time } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Row } from '../../ui/list';
import { DateBlock, Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { text as kit } from '../../ui/text';
import { BookingChanges } from '../bookings/booking-changes';
import '../bookings/bookings.css';
import { text } from './booking-text';
import type { BookingGroup } from './group-bookings';

const hoursOf = ({ startsAt, endsAt, timeZone }: BookingCard) =>
  text.when(date(startsAt, timeZone), text.hours(time(startsAt, timeZone), time(endsAt, timeZone)));

/** What is not answered yet is refused rather than given back. */
const changeable = (booking: BookingCard) => ({
  ...booking,
  actions: booking.actions.filter((action) => action === 'move' || (action === 'cancel' && booking.status === 'confirmed')),
});

/** All the half-days of one request: they are confirmed, or refused, together. */
export function BookingRow({ group, onAnswered }: { group: BookingGroup; onAnswered?: () => void }) {
  const [first] = group;
  const { startsAt, timeZone, purpose } = first;
  const when = dateTime(startsAt, timeZone);
  const queries = useQueryClient();
  const bookings = group.map(({ id, version }) => ({ id, version }));
  const answer = async (decision: 'confirm' | 'refuse', reason?: string) => {
    try {
      await body(api.POST('/bookings/answers', { body: { decision, reason, bookings } }));
    } catch (error) {
      // One of them moved, or was answered, since the list was read: it shows what it has become.
      void queries.invalidateQueries();
      throw error;
    }
  };
  const confirmation = useAct({
    act: () => answer('confirm'),
    done: text.confirmDone(purpose),
    after: onAnswered,
  });
  return (
    <Row
      isWaiting={first.status === 'held'}
      aside={<DateBlock at={startsAt} timeZone={timeZone} />}
      title={<h3>{purpose}</h3>}
      meta={
        <>
          <Meta icon={DoorOpen}>{text.place(first.roomName, first.venueName)}</Meta>
          <Meta icon={UserRound}>{text.askedBy(first.requestedBy)}</Meta>
        </>
      }
      actions={
        first.actions.includes('confirm') && (
          <>
            <Button
              icon={Check}
              aria-label={text.confirmOf(purpose, when)}
              onPress={() => confirmation.mutate()}
              isPending={confirmation.isPending}
            >
              {text.confirm}
            </Button>
            <Decision
              label={text.refuse}
              name={text.refuseOf(purpose, when)}
              title={text.refuseTitle}
              reason={{ label: text.reason, hint: text.reasonHint, missing: text.reasonMissing }}
              act={(reason) => answer('refuse', reason)}
              done={text.refuseDone}
              after={onAnswered}
              isDestructive
            >
              <p>{text.refuseEffect(purpose)}</p>
            </Decision>
          </>
        )
      }
    >
      <ul className="half-days">
        {group.map((booking) => (
          <li key={booking.id}>
            <div className="half-day">
              <span className="sentence">{hoursOf(booking)}</span>
              <span className="half-day-actions">
                <BookingChanges booking={changeable(booking)} asHost isQuiet onDone={onAnswered} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {confirmation.error && (
        <Notice tone="error" title={kit.error}>
          {confirmation.error.message}
        </Notice>
      )}
    </Row>
  );
}
