import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

const forTheVisit = 60 * 60_000;

export const departementsQuery = queryOptions({
  queryKey: ['reference', 'departements'],
  staleTime: forTheVisit,
  queryFn: () => body(api.GET('/reference/departements')),
});

export const communesQuery = (typed: string) =>
  queryOptions({
    queryKey: ['reference', 'communes', typed],
    staleTime: forTheVisit,
    enabled: typed.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/reference/communes', { params: { query: { q: typed } } })),
  });

export const metiersQuery = (typed: string) =>
  queryOptions({
    queryKey: ['reference', 'metiers', typed],
    staleTime: forTheVisit,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/reference/metiers', { params: { query: { q: typed } } })),
  });

export const cadresEmploisQuery = queryOptions({
  queryKey: ['reference', 'cadres-emplois'],
  staleTime: forTheVisit,
  queryFn: () => body(api.GET('/reference/cadres-emplois')),
});
