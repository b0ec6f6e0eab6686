import { CalendarClock } from 'lucide-react';
import type { PlanningItem } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { zoneName } from '../../ui/dates';
import { Facts } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { Status } from '../../ui/status';
import { sessionStatus } from '../catalogue/labels';
import { whenOf } from './board';
import { text } from './text';

/** All that is known of a half-day, and what may be done with it. */
export function SlotDetails({ item, onMove }: { item: PlanningItem; onMove: () => void }) {
  const status = sessionStatus(item);
  const zone = zoneName(item.timeZone);
  const isMine = item.fixed !== 'other';
  return (
    <div className="stack">
      <div className="cluster">
        <Status tone={item.status === 'draft' ? 'waiting' : status.tone}>{status.label}</Status>
        <span className="code">{item.code}</span>
      </div>
      <Facts
        items={[
          [text.when, <span className="sentence inline">{whenOf(item) + (zone && ` (${zone})`)}</span>],
          [text.where, [text.place(item.venueName, item.roomName), item.communeName].filter(Boolean).join(', ')],
          [text.room, text.rooms[item.room]],
          [text.who, item.trainers.length > 0 ? item.trainers.map(({ displayName, status: answer }) => text.trainer(displayName, text.answers[answer])).join(', ') : text.nobody],
          [text.seats, text.seatsOf(item.seatsTaken, item.capacity)],
          [text.by, !isMine && item.organiser],
        ]}
      />
      {item.fixed && <Notice title={text.fixed[item.fixed]} />}
      <div className="cluster">
        {!item.fixed && (
          <Button icon={CalendarClock} onPress={onMove}>
            {text.moveLabel}…
          </Button>
        )}
        <LinkButton variant="secondary" to={isMine ? '/gestion/sessions/$code' : '/sessions/$code'} params={{ code: item.code }}>
          {isMine ? text.open : text.see}
        </LinkButton>
      </div>
    </div>
  );
}
