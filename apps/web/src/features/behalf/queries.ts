import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export interface FoundAgent {
  id: string;
  displayName: string;
  note: string;
}

/** Agents that an officer answers for, or whose signed form the delegation types in. */
export const agentsQuery = (typed: string, isOfficer: boolean) => {
  const q = typed.trim().slice(0, 80);
  return queryOptions({
    queryKey: ['behalf', isOfficer, q],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<FoundAgent[]> => {
      if (isOfficer) {
        const { items } = await body(api.GET('/agents', { params: { query: { q: q || undefined, limit: 20 } } }));
        return items.map(({ id, displayName, cadreEmploisName, category }) => ({ id, displayName, note: cadreEmploisName ?? `Catégorie ${category}` }));
      }
      if (q.length < 2) return [];
      const { items } = await body(api.GET('/offline-agents', { params: { query: { q } } }));
      return items.map(({ id, displayName, employerName }) => ({ id, displayName, note: employerName }));
    },
  });
};
