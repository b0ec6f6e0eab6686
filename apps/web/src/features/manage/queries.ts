import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { todayInParis } from '../catalogue/today';
import type { CourseSearch, SessionSearch } from './routes';

export const managedCoursesQuery = ({ q, etat }: CourseSearch) =>
  infiniteQueryOptions({
    queryKey: ['courses', 'managed', q, etat],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/manage/courses', {
          params: { query: { q, status: etat, limit: 20, cursor: pageParam || undefined } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** The first courses whose title has these words, for a field. */
export const courseChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['courses', 'choices', q],
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/manage/courses', { params: { query: { q: q || undefined, limit: 20 } } })),
  });

export const managedCourseQuery = (id: string) =>
  queryOptions({
    queryKey: ['courses', 'managed', id],
    queryFn: () => body(api.GET('/manage/courses/{id}', { params: { path: { id } } })),
  });

export const courseVersionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['courses', 'managed', id, 'versions'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(api.GET('/manage/courses/{id}/versions', { params: { path: { id }, query: { limit: 20, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const courseDifferencesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['courses', 'managed', id, 'differences', from, to],
    queryFn: () => body(api.GET('/manage/courses/{id}/differences', { params: { path: { id }, query: { from, to } } })),
  });

/** « Inscriptions ouvertes » and « Demandes closes » are one status, before and after the last day of requests. */
const stateOf = (state: SessionSearch['etat']) => {
  if (state === 'requests_closed') return { status: 'open', requests: 'closed' } as const;
  return { status: state, requests: state === 'open' ? ('open' as const) : undefined };
};

export const managedSessionsQuery = ({ etat, periode }: SessionSearch) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'managed', etat, periode],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/manage/sessions', {
          params: {
            query: {
              ...stateOf(etat),
              from: periode === 'toutes' ? undefined : todayInParis(),
              limit: 20,
              cursor: pageParam || undefined,
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

const MOST_PAGES = 10;

/** All the requests of a session: their order is that of the waiting list, which no page of the server follows. */
export const sessionRequestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['enrolments', 'of-session', id],
    queryFn: async () => {
      const requests: EnrolmentCard[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await body(api.GET('/sessions/{id}/enrolments', { params: { path: { id }, query: { limit: 100, cursor } } }));
        requests.push(...page.items);
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      return requests;
    },
  });
