import { CalendarClock, X } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField, TimeField } from '../../ui/date-field';
import { dateTime } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { say } from '../../ui/toasts';
import { localDay, localHour } from './local';
import { text } from './text';

interface ChangesProps {
  booking: BookingCard;
  /** Other dates of the series follow. */
  hasFollowing?: boolean;
  /** A host says why, and moves without being asked again. */
  reason?: { label: string; hint: string; missing: string };
  onDone?: () => void;
}

/** Moving and cancelling, for whoever may. */
export function BookingChanges({ booking, hasFollowing = false, reason, onDone }: ChangesProps) {
  const { id, purpose, startsAt, timeZone, actions } = booking;
  const when = dateTime(startsAt, timeZone);
  const cancel = (following: boolean) => (why: string) =>
    body(
      api.POST('/bookings/{id}/cancel', {
        params: { path: { id } },
        body: { following, reason: why || undefined },
      }),
    );
  return (
    <>
      {actions.includes('move') && (
        <Move
          booking={booking}
          name={text.moveOf(purpose, when)}
          rule={reason ? text.hostMoveRule : text.moveRule}
          onDone={onDone}
        />
      )}
      {actions.includes('cancel') && (
        <Decision
          label={text.cancel}
          name={text.cancelOf(purpose, when)}
          icon={X}
          title={text.cancelTitle}
          act={cancel(false)}
          done={text.cancelled}
          after={onDone}
          reason={reason}
          isDestructive
        >
          <p>{text.cancelEffect}</p>
        </Decision>
      )}
      {actions.includes('cancel') && hasFollowing && (
        <Decision
          label={text.cancelRest}
          name={text.cancelRestOf(purpose, when)}
          variant="quiet"
          title={text.cancelRestTitle}
          act={cancel(true)}
          done={text.restCancelled}
          after={onDone}
          reason={reason}
          isDestructive
        >
          <p>{text.cancelRestEffect}</p>
        </Decision>
      )}
    </>
  );
}

function Move({
  booking,
  name,
  rule,
  onDone,
}: {
  booking: BookingCard;
  name: string;
  rule: string;
  onDone?: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon={CalendarClock} aria-label={name} onPress={() => setOpen(true)}>
        {text.move}
      </Button>
      <Dialog title={name} isOpen={isOpen} onClose={() => setOpen(false)}>
        <MoveForm
          booking={booking}
          rule={rule}
          onDone={() => {
            setOpen(false);
            onDone?.();
          }}
        />
      </Dialog>
    </>
  );
}

function MoveForm({
  booking: { id, version, startsAt, endsAt, timeZone },
  rule,
  onDone,
}: {
  booking: BookingCard;
  rule: string;
  onDone: () => void;
}) {
  const form = useForm({
    defaultValues: {
      date: localDay(startsAt, timeZone),
      start: localHour(startsAt, timeZone),
      end: localHour(endsAt, timeZone),
    },
  });
  const queries = useQueryClient();
  const move = async (values: { date: string; start: string; end: string }) => {
    await body(
      api.PATCH('/bookings/{id}', { params: { path: { id } }, headers: ifMatch(version), body: values }),
    );
    onDone();
    await queries.invalidateQueries({ queryKey: ['bookings'] });
    say(text.moveDone);
  };
  return (
    <Form form={form} onSubmit={move}>
      <p>{rule}</p>
      <When />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.move}
        </Button>
      </FormActions>
    </Form>
  );
}

/** A day and its hours, on the clock of the place. */
export function When() {
  return (
    <div className="form-row">
      <Field name="date" required={text.dateMissing}>
        {(f) => <DateField label={text.date} {...f} />}
      </Field>
      <Field name="start" required={text.startMissing}>
        {(f) => <TimeField label={text.start} {...f} />}
      </Field>
      <Field name="end" required={text.endMissing}>
        {(f) => <TimeField label={text.end} {...f} />}
      </Field>
    </div>
  );
}
