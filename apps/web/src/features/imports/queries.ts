import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Duplicate, ImportRun } from '../../api/types';

const EVERY_MS = 1000;
const isGoing = (run: ImportRun | undefined) => run !== undefined && ['received', 'checking', 'applying'].includes(run.status);

export const managedQuery = (q: string | undefined, isGone: boolean) =>
  infiniteQueryOptions({
    queryKey: ['venues', 'managed', q, isGone],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(api.GET('/venues/mine', { params: { query: { q, gone: isGone ? 'true' : undefined, limit: 20, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => body(api.GET('/imports', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

/** Asked again every second as long as the worker is at it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => body(api.GET('/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isGoing(state.data) ? EVERY_MS : false),
  });

export const findingsQuery = (id: string, refused: boolean) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'findings', refused],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(api.GET('/imports/{id}/findings', { params: { path: { id }, query: { refused, limit: 50, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const duplicatesQuery = (status: Duplicate['status']) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', status],
    initialPageParam: '',
    queryFn: ({ pageParam }) => body(api.GET('/duplicates', { params: { query: { status, limit: 20, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const duplicateQuery = (id: string) =>
  queryOptions({
    queryKey: ['duplicates', id],
    queryFn: () => body(api.GET('/duplicates/{id}', { params: { path: { id } } })),
  });
