import { Check, Clock, DoorOpen, UserRound } from 'lucide-react';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { Button } from '../../ui/button';
import { date, dateTime, time } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Row } from '../../ui/list';
import { DateBlock, Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { text as kit } from '../../ui/text';
import { text } from './booking-text';

export function BookingRow({ booking, onAnswered }: { booking: BookingCard; onAnswered?: () => void }) {
  const { id, startsAt, endsAt, timeZone, purpose } = booking;
  const params = { path: { id } };
  const when = dateTime(startsAt, timeZone);
  const confirmation = useAct({
    act: () => body(api.POST('/bookings/{id}/confirm', { params })),
    done: text.confirmDone(purpose),
    after: onAnswered,
  });
  return (
    <Row
      isWaiting={booking.status === 'held'}
      aside={<DateBlock at={startsAt} timeZone={timeZone} />}
      title={<h3>{purpose}</h3>}
      meta={
        <>
          <span className="sentence inline">{date(startsAt, timeZone)}</span>
          <Meta icon={Clock}>{text.hours(time(startsAt, timeZone), time(endsAt, timeZone))}</Meta>
          <Meta icon={DoorOpen}>{text.place(booking.roomName, booking.venueName)}</Meta>
          <Meta icon={UserRound}>{text.askedBy(booking.requestedBy)}</Meta>
        </>
      }
      actions={
        booking.actions.length > 0 && (
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
              act={(reason) => body(api.POST('/bookings/{id}/refuse', { params, body: { reason } }))}
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
      {confirmation.error && (
        <Notice tone="error" title={kit.error}>
          {confirmation.error.message}
        </Notice>
      )}
    </Row>
  );
}
