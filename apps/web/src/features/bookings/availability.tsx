import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { api, body } from '../../api/client';
import type { RoomAvailability, SlotInput } from '../../api/types';
import { wholeSlots } from '../manage/session-values';
import { text } from './text';
import './bookings.css';

const availabilityQuery = (roomId: string, { date, start, end }: SlotInput, booking?: string) =>
  queryOptions({
    queryKey: ['bookings', 'availability', roomId, date, start, end, booking],
    placeholderData: keepPreviousData,
    // A time that cannot be asked for (past, skipped by the clock) is refused with its reason when it is sent.
    retry: false,
    queryFn: () => body(api.GET('/rooms/{id}/availability', { params: { path: { id: roomId }, query: { date, start, end, booking } } })),
  });

/** Whether the room is free then, as it is typed; undefined as long as it is not known. */
export function useAvailability(roomId: string, slot: SlotInput, booking?: string): RoomAvailability | undefined {
  const isWhole = wholeSlots([slot]).length > 0 && roomId !== '';
  const { data, isError } = useQuery({ ...availabilityQuery(roomId, slot, booking), enabled: isWhole });
  return isWhole && !isError ? data : undefined;
}

/** What is left of each thing at the worst of these times. */
export function useThingsLeft(roomId: string, slots: SlotInput[]): RoomAvailability['equipment'] {
  const answers = useQueries({ queries: slots.map((slot) => ({ ...availabilityQuery(roomId, slot), enabled: roomId !== '' })) });
  const things = new Map<string, RoomAvailability['equipment'][number]>();
  for (const { data } of answers)
    for (const thing of data?.equipment ?? []) {
      const known = things.get(thing.id);
      if (!known || thing.left < known.left) things.set(thing.id, thing);
    }
  return [...things.values()];
}

/** Said as soon as it changes: who holds the room and when, or that it is free. */
export function Availability({ of, asksHost }: { of?: RoomAvailability; asksHost: boolean }) {
  const Icon = of?.isFree ? CircleCheck : TriangleAlert;
  return (
    <div role="status">
      {of && (
        <p className={of.isFree ? 'availability' : 'availability availability-taken'}>
          <Icon size={20} aria-hidden />
          <span>
            {of.isFree ? text.isFree(of.when) : of.detail}
            {of.isFree && of.detail && ` ${of.detail}`}
            {of.isFree && asksHost && !of.confirmsAlone && ` ${text.asksHost}`}
          </span>
        </p>
      )}
    </div>
  );
}
