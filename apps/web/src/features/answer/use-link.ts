import { useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem';

export interface LetterLink<T> {
  query: UseQueryResult<T>;
  /** It leads nowhere, or no longer does: that is told apart from what went wrong on the way. */
  lost: 'missing' | 'expired' | null;
}

/** What the link of a letter leads to. */
export function useLink<T>(queryKey: QueryKey, read: () => Promise<T>): LetterLink<T> {
  const query = useQuery({ queryKey, queryFn: read, retry: false });
  const status = query.error instanceof ApiProblem ? query.error.status : null;
  return { query, lost: status === 404 ? 'missing' : status === 410 ? 'expired' : null };
}
