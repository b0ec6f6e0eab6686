import { CircleCheck, DoorClosed, GripVertical, Hourglass, PencilLine, UserX, type LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useDrag } from 'react-aria/useDrag';
import type { PlanningItem } from '../../api/types';
import { Button } from '../../ui/button';
import { clock } from '../../ui/dates';
import { hoursOf, markId, shortDay, useBoard, whenOf } from './board';
import { text } from './text';

/** The type of what is dragged: nothing else is accepted. */
export const HALF_DAY = 'relais-half-day';

interface MarkProps {
  item: PlanningItem;
  /** A line of a month, a card of a week, or all that is known, in a list. */
  size: 'line' | 'card' | 'whole';
  showsPlace: boolean;
}

/** What the manager has to see to; nothing when all is settled. */
function concerns({ status, room, trainers }: PlanningItem): [LucideIcon, string][] {
  if (status === 'closed') return [[CircleCheck, text.closedSession]];
  const awaited = trainers.some((trainer) => trainer.status === 'asked');
  return [
    ...(status === 'draft' ? [[PencilLine, text.draft] as [LucideIcon, string]] : []),
    ...(room === 'held' ? [[Hourglass, text.held] as [LucideIcon, string]] : room === 'none' ? [[DoorClosed, text.noRoom] as [LucideIcon, string]] : []),
    ...(trainers.length === 0 ? [[UserX, text.noTrainer] as [LucideIcon, string]] : awaited ? [[Hourglass, text.awaited] as [LucideIcon, string]] : []),
  ];
}

const toneOf = ({ status, room, trainers, fixed }: PlanningItem): string =>
  fixed === 'other' || fixed === 'over' || fixed === 'begun' ? 'fixed' : room === 'none' || trainers.length === 0 ? 'lacking' : status === 'draft' ? 'draft' : 'settled';

/** A half-day of a session: pressed it tells all; its handle makes it move, by the mouse or the keyboard. */
export function SlotMark({ item, size, showsPlace }: MarkProps) {
  const { held, open, move } = useBoard();
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    getItems: () => [{ [HALF_DAY]: item.slotId }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => (held.current = item),
    hasDragButton: true,
    isDisabled: item.fixed !== null || size === 'whole',
  });
  const { courseTitle, venueName, roomName, trainers, organiser, fixed } = item;
  const when = whenOf(item);
  const isLine = size === 'line';
  const names = trainers.map(({ displayName }) => displayName).join(', ');
  return (
    <div {...dragProps} id={markId(item)} className={`half-mark half-mark-${size} half-mark-${toneOf(item)}`} data-dragging={isDragging || undefined}>
      <AriaButton className="half-open" onPress={() => open(item)}>
        <span className="half-hours">
          {isLine ? `${shortDay(item.date)}, ${clock(item.start)}` : hoursOf(item)}
        </span>{' '}
        <span className="half-title">{courseTitle}</span>
        {!isLine && <span className="half-who">{showsPlace ? text.place(venueName, roomName) : names}</span>}
        {size === 'whole' && showsPlace && names && <span className="half-who">{names}</span>}
        {!isLine && fixed === 'other' && <span className="half-who">{organiser}</span>}
        {!(isLine && item.status === 'closed') && concerns(item).map(([Icon, word]) => (
          <span key={word} className="half-concern">
            <Icon size={16} aria-hidden /> {word}
          </span>
        ))}
      </AriaButton>
      {fixed === null && size !== 'whole' && (
        <AriaButton {...dragButtonProps} className="half-handle" aria-label={text.dragOf(courseTitle, when)}>
          <GripVertical size={18} aria-hidden />
        </AriaButton>
      )}
      {fixed === null && size === 'whole' && (
        <Button variant="quiet" aria-label={text.moveOf(courseTitle, when)} onPress={() => move(item)}>
          {text.moveLabel}
        </Button>
      )}
    </div>
  );
}
