import { CalendarCheck, CalendarX, DoorOpen } from 'lucide-react';
import { api, body } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { Decision } from '../../ui/decision';
import { Postpone } from './postpone';
import { text } from './session-text';

/** A session that may be cancelled may still be resized. */
export const isLive = ({ actions }: SessionDetail): boolean => actions.includes('cancel');

/** Asked, or who said yes. */
export const awaited = ({ asks }: SessionDetail): string[] =>
  asks.filter(({ status }) => ['asked', 'accepted'].includes(status)).map(({ trainerId }) => trainerId);

/** Opening does not wait for trainers; confirming does. */
function awaits({ asks }: SessionDetail): string {
  const names = asks.filter(({ status }) => status === 'asked').map(({ displayName }) => displayName);
  return names.length > 0 ? text.openAsked(names) : text.openNobody;
}

/** What the organiser may do now, the next step first. */
export function SessionSteps({ session }: { session: SessionDetail }) {
  const { actions, capacity, seatsLeft, waitingCount, minSeats } = session;
  const params = { path: { id: session.id } };
  const taken = capacity - seatsLeft;
  return (
    <>
      {session.status === 'draft' && !session.roomConfirmed && <p className="hint">{text.openWaits}</p>}
      {isLive(session) && session.status !== 'confirmed' && !session.trainersAgreed && <p className="hint">{awaits(session)}</p>}
      {actions.includes('open') && (
        <Decision
          label={text.open}
          variant="primary"
          icon={DoorOpen}
          title={text.openTitle}
          act={() => body(api.POST('/sessions/{id}/open', { params }))}
          done={text.opened}
        >
          <p>{text.openEffect}</p>
          <p>{text.openNeeds}</p>
        </Decision>
      )}
      {actions.includes('confirm') && (
        <Decision
          label={text.confirm}
          variant="primary"
          icon={CalendarCheck}
          title={text.confirmTitle}
          act={() => body(api.POST('/sessions/{id}/confirm', { params }))}
          done={text.confirmed}
        >
          <p>{text.confirmEffect(taken, minSeats)}</p>
        </Decision>
      )}
      {(actions.includes('postpone') || actions.includes('date')) && <Postpone session={session} />}
      {isLive(session) && (
        <Decision
          label={text.cancel}
          icon={CalendarX}
          title={text.cancelTitle}
          reason={{ label: text.reason, hint: text.reasonHint, missing: text.reasonMissing }}
          act={(reason) => body(api.POST('/sessions/{id}/cancel', { params, body: { reason } }))}
          done={text.cancelled}
          isDestructive
        >
          <p>{text.cancelEffect(taken + waitingCount)}</p>
          <p>{text.cancelFinal}</p>
        </Decision>
      )}
    </>
  );
}
