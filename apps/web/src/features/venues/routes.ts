import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import { services, type Service } from './services';

export interface VenueSearch {
  q?: string;
  departement?: string;
  service?: Service;
}

export const venuesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux',
    validateSearch: (search: Record<string, unknown>): VenueSearch => ({
      q: words(search.q),
      departement: words(search.departement),
      service: oneOf(services, search.service),
    }),
    component: lazyRouteComponent(() => import('./venues-page'), 'VenuesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux/$slug',
    component: lazyRouteComponent(() => import('./venue-page'), 'VenuePage'),
  }),
] as const;
