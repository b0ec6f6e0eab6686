import type { components } from '../../api/schema.d.ts';
import { asksOf } from './asks';

type BookRoom = components['schemas']['BookRoom'];

export interface BookRoomValues {
  purpose: string;
  date: string;
  start: string;
  end: string;
  people: number;
  roomId: string;
  /** How many of each thing, by its id. */
  asks: Record<string, number>;
  every: string;
  times: number;
}

export const newBooking: BookRoomValues = {
  purpose: '',
  date: '',
  start: '09:00',
  end: '12:00',
  people: 10,
  roomId: '',
  asks: {},
  every: '',
  times: 4,
};

export const inputOf = ({ roomId: _, asks, every, times, ...values }: BookRoomValues): BookRoom => ({
  ...values,
  equipment: asksOf(asks),
  ...(every && { repeat: { every: every as NonNullable<BookRoom['repeat']>['every'], times } }),
});
