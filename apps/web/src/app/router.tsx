import { createRouter } from '@tanstack/react-router';
import { Skeleton } from '../ui/loaded';
import { ErrorPage } from './error-pages';
import { routeTree } from './routes';

/** Filters are plain words in the address (`?q=tableur&pres=59350`), never JSON; several values are a key told several times. */
function parseSearch(query: string): Record<string, string | string[]> {
  const told = new URLSearchParams(query);
  return Object.fromEntries([...new Set(told.keys())].map((key) => [key, several(told.getAll(key))]));
}
const several = (values: string[]): string | string[] => (values.length > 1 ? values : (values[0] ?? ''));

function stringifySearch(search: Record<string, unknown>): string {
  const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(filled.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)]))).toString();
  return query && `?${query}`;
}

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: Skeleton,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
