import type { SessionDetail } from '../../api/types';
import { localDate } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { text } from './session-text';

/** What its organiser has to see to: new dates, or whether it is held below its minimum. The buttons are above. */
export function SessionNotices({ session }: { session: SessionDetail }) {
  const { status, slots, capacity, seatsLeft, minSeats, decideBy } = session;
  const taken = capacity - seatsLeft;
  return (
    <>
      {status === 'postponed' && slots.length === 0 && (
        <Notice tone="warning" title={text.undatedTitle}>
          {text.undated}
        </Notice>
      )}
      {status === 'open' && decideBy && taken < minSeats && (
        <Notice tone="info" title={text.decideTitle(taken, minSeats)}>
          {text.decide(localDate(decideBy))}
        </Notice>
      )}
    </>
  );
}
