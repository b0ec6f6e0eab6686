import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem';

const isWorthRetrying = (error: Error) => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 502;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    },
  },
});
