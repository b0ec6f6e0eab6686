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

export const competenciesQuery = (typed: string) =>
  queryOptions({
    queryKey: ['reference', 'competencies', typed],
    staleTime: forTheVisit,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/reference/competencies', { params: { query: { q: typed } } })),
  });

export const classificationQuery = (scheme: 'nsf' | 'rome', typed: string) =>
  queryOptions({
    queryKey: ['reference', scheme, typed],
    staleTime: forTheVisit,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/reference/classifications', { params: { query: { scheme, q: typed } } })),
  });

export const audiencesQuery = queryOptions({
  queryKey: ['reference', 'audiences'],
  staleTime: forTheVisit,
  queryFn: () => body(api.GET('/reference/audiences')),
});

export const financingRegimesQuery = queryOptions({
  queryKey: ['reference', 'financing-regimes'],
  staleTime: forTheVisit,
  queryFn: () => body(api.GET('/reference/financing-regimes')),
});

/** Employers and delegations; nothing is asked of one letter. */
export const organisationsQuery = (typed: string) =>
  queryOptions({
    queryKey: ['organisations', typed],
    enabled: typed.trim().length > 1,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/organisations', { params: { query: { q: typed.trim().slice(0, 100) } } })),
  });
