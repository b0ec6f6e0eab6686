import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export interface VenueSearch {
  q?: string;
  departement?: string;
  service?: string;
}

const words = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

export const venuesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux',
    validateSearch: (search: Record<string, unknown>): VenueSearch => ({
      q: words(search.q),
      departement: words(search.departement),
      service: words(search.service),
    }),
    component: lazyRouteComponent(() => import('./venues-page'), 'VenuesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux/$slug',
    component: lazyRouteComponent(() => import('./venue-page'), 'VenuePage'),
  }),
] as const;
