import { CalendarClock, X } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { Dialog } from '../../ui/dialog';
import { MoveForm, type Movable } from './move-form';
import { text } from './text';

const sessionReason = { label: text.reasonLabel, hint: text.reasonHint, missing: text.reasonMissing };
const hostReason = { label: text.hostReason, hint: text.hostReasonHint, missing: text.hostReasonMissing };

/** A host takes the room of a session back; its organiser gives it back. */
const cancelling = { label: text.cancel, name: text.cancelOf, title: text.cancelTitle, done: text.cancelled };
const releasing = { label: text.release, name: text.releaseOf, title: text.releaseTitle, done: text.released };
const takingBack = { label: text.takeBack, name: text.takeBackOf, title: text.takeBackTitle, done: text.takenBack };

interface ChangesProps {
  booking: Movable & Pick<BookingCard, 'purpose'> & { actions: readonly BookingCard['actions'][number][] };
  /** Other dates of the series follow. */
  hasFollowing?: boolean;
  /** A host moves without being asked again, and says why something is cancelled. */
  asHost?: boolean;
  /** Beside each of many half-days: words alone. */
  isQuiet?: boolean;
  onDone?: () => void;
}

/** Moving and cancelling, for whoever may. */
export function BookingChanges({ booking, hasFollowing = false, asHost = false, isQuiet = false, onDone }: ChangesProps) {
  const { id, kind, purpose, startsAt, timeZone, actions } = booking;
  const when = dateTime(startsAt, timeZone);
  const isSession = kind === 'session';
  // People who asked for a seat read why: a session always says it.
  const reason = asHost && kind !== 'block' ? hostReason : isSession ? sessionReason : undefined;
  const cancel = (following: boolean) => (why: string) => {
    const request = { params: { path: { id } }, body: { following, reason: why || undefined } };
    return isSession
      ? body(api.POST('/session-bookings/{id}/release', request))
      : body(api.POST('/bookings/{id}/cancel', request));
  };
  const words = !isSession ? cancelling : asHost ? takingBack : releasing;
  const effect = isSession ? text.releaseEffect : text.cancelEffect;
  return (
    <>
      {actions.includes('move') && (
        <Move
          booking={booking}
          name={text.moveOf(purpose, when)}
          asHost={asHost}
          isQuiet={isQuiet}
          onDone={onDone}
        />
      )}
      {actions.includes('cancel') && (
        <Decision
          label={words.label}
          name={words.name(purpose, when)}
          icon={isQuiet ? undefined : X}
          variant={isQuiet ? 'quiet' : 'secondary'}
          title={words.title}
          act={cancel(false)}
          done={words.done}
          after={onDone}
          reason={reason}
          isDestructive
        >
          <p>{effect}</p>
        </Decision>
      )}
      {actions.includes('cancel') && hasFollowing && (
        <Decision
          label={isSession ? text.releaseRest : text.cancelRest}
          name={isSession ? `${text.releaseRest}, ${purpose}, ${when}` : text.cancelRestOf(purpose, when)}
          variant="quiet"
          title={text.cancelRestTitle}
          act={cancel(true)}
          done={text.restCancelled}
          after={onDone}
          reason={reason}
          isDestructive
        >
          <p>{isSession ? text.releaseEffect : text.cancelRestEffect}</p>
        </Decision>
      )}
    </>
  );
}

export function Move({
  booking,
  name,
  asHost,
  isQuiet,
  onDone,
}: {
  booking: Movable;
  name: string;
  asHost: boolean;
  isQuiet: boolean;
  onDone?: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={isQuiet ? 'quiet' : 'secondary'} icon={isQuiet ? undefined : CalendarClock} aria-label={name} onPress={() => setOpen(true)}>
        {text.move}
      </Button>
      <Dialog title={text.moveTitle} isOpen={isOpen} onClose={() => setOpen(false)}>
        <MoveForm
          booking={booking}
          asHost={asHost}
          onDone={() => {
            setOpen(false);
            onDone?.();
          }}
        />
      </Dialog>
    </>
  );
}
