import { createRouter } from '@tanstack/react-router';
import { Skeleton } from '../ui/loaded';
import { ErrorPage } from './error-pages';
import { routeTree } from './routes';

/** Filters are plain words in the address (`?q=tableur&pres=59350`), never JSON. */
const parseSearch = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

function stringifySearch(search: Record<string, unknown>): string {
  const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(filled.map(([key, value]) => [key, String(value)])).toString();
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
