import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { RoomCard, SessionDraft, TrainerCard } from '../../api/types';

const MOST_PAGES = 10;

async function everyPage<T>(ask: (cursor?: string) => Promise<{ items: T[]; nextCursor: string | null }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page += 1) {
    const answer = await ask(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor;
  }
  return items;
}

/** The places that have a room, by name. */
export const placesQuery = queryOptions({
  queryKey: ['rooms', 'places'],
  queryFn: async () => {
    const rooms = await everyPage<RoomCard>((cursor) => body(api.GET('/rooms', { params: { query: { limit: 100, cursor } } })));
    return [...new Map(rooms.map(({ venue }) => [venue.id, venue])).values()];
  },
});

export const poolQuery = queryOptions({
  queryKey: ['trainers', 'pool'],
  queryFn: () => everyPage<TrainerCard>((cursor) => body(api.GET('/trainers', { params: { query: { limit: 100, cursor } } }))),
});

export const roomById = async (id: string): Promise<RoomCard | undefined> => (await body(api.GET('/rooms', { params: { query: { id, limit: 1 } } }))).items[0];

export const checkQuery = (draft: SessionDraft) =>
  queryOptions({
    queryKey: ['schedule', 'check', draft],
    queryFn: () => body(api.POST('/schedule/check', { body: draft })),
  });
