import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Period, RoomCard, SlotInput, TrainerCard } from '../../api/types';

interface Bookable {
  id: string;
  free: boolean | null;
}

/** Free for all half-days when free for each; unknown as long as no half-day is told. */
async function acrossSlots<T extends Bookable>(slots: SlotInput[], ask: (period: Period) => Promise<{ items: T[] }>): Promise<T[]> {
  const periods = slots.length > 0 ? slots.map(({ date, start, end }) => ({ date, start, end })) : [{}];
  const lists = await Promise.all(periods.map(ask));
  const busy = new Set(lists.flatMap(({ items }) => items.filter(({ free }) => free === false).map(({ id }) => id)));
  return (lists[0]?.items ?? [])
    .map((item) => (busy.has(item.id) ? { ...item, free: false } : item))
    .sort((a, b) => Number(a.free === false) - Number(b.free === false));
}

// The list stays in sight while another is fetched: a list that vanishes takes the keyboard's place with it.
const placeholderData = keepPreviousData;

export const useRooms = (slots: SlotInput[], filter: { departement?: string; minCapacity: number }) =>
  useQuery({
    queryKey: ['rooms', slots, filter],
    placeholderData,
    queryFn: () => acrossSlots<RoomCard>(slots, (period) => body(api.GET('/rooms', { params: { query: { ...filter, ...period, limit: 100 } } }))),
  }).data;

export const useTrainers = (slots: SlotInput[], filter: { q?: string; timeZone?: string }) =>
  useQuery({
    queryKey: ['trainers', slots, filter],
    placeholderData,
    queryFn: () => acrossSlots<TrainerCard>(slots, (period) => body(api.GET('/trainers', { params: { query: { ...filter, ...period, limit: 100 } } }))),
  }).data;
