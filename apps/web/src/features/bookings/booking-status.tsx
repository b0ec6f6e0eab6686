import type { BookingCard } from '../../api/types';
import { Status, type StatusTone } from '../../ui/status';
import { text } from './text';

const tones: Record<BookingCard['status'], StatusTone> = {
  held: 'neutral',
  confirmed: 'good',
  refused: 'bad',
  expired: 'bad',
  cancelled: 'neutral',
};

/** Words and an icon, never colour alone. */
export const BookingStatus = ({ status }: Pick<BookingCard, 'status'>) => (
  <Status tone={tones[status]}>{text.statuses[status]}</Status>
);
