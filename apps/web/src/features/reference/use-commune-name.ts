import { useQuery } from '@tanstack/react-query';
import { communesQuery } from './queries';

/** What the commune of this INSEE code is called, once it is known. */
export function useCommuneName(code = ''): string | undefined {
  return useQuery(communesQuery(code)).data?.items.find((commune) => commune.code === code)?.name;
}
