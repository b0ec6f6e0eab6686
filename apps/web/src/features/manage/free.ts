import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Period, RoomCard, SlotInput, TrainerCard } from '../../api/types';

interface Bookable {
  id: string;
  free: boolean | null;
}

/** Free for all half-days when free for each; unknown as long as no half-day is told. */
function acrossSlots<T extends Bookable>(answers: { data?: { items: T[] } }[]): T[] | undefined {
  const lists = answers.map(({ data }) => data?.items);
  const [first] = lists;
  if (!first || lists.some((list) => !list)) return undefined;
  const busy = new Set(lists.flatMap((list) => list ?? []).filter(({ free }) => free === false).map(({ id }) => id));
  return first
    .map((item) => (busy.has(item.id) ? { ...item, free: false } : item))
    .sort((a, b) => Number(a.free === false) - Number(b.free === false));
}

const asked = (slots: SlotInput[]): Period[] => (slots.length > 0 ? slots.map(({ date, start, end }) => ({ date, start, end })) : [{}]);

export const useRooms = (slots: SlotInput[], filter: { departement?: string; minCapacity: number }) =>
  useQueries({
    queries: asked(slots).map((period) => ({
      queryKey: ['rooms', period, filter],
      placeholderData: keepPreviousData<{ items: RoomCard[]; nextCursor: string | null }>,
      queryFn: () => body(api.GET('/rooms', { params: { query: { ...filter, ...period, limit: 100 } } })),
    })),
    combine: acrossSlots<RoomCard>,
  });

export const useTrainers = (slots: SlotInput[], filter: { q?: string; timeZone?: string }) =>
  useQueries({
    queries: asked(slots).map((period) => ({
      queryKey: ['trainers', period, filter],
      placeholderData: keepPreviousData<{ items: TrainerCard[]; nextCursor: string | null }>,
      queryFn: () => body(api.GET('/trainers', { params: { query: { ...filter, ...period, limit: 100 } } })),
    })),
    combine: acrossSlots<TrainerCard>,
  });
