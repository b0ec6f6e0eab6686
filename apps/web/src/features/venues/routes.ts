import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import { radii, sorts, type VenueSearch } from './search';
import { cares, fees, labels, publics, services } from './services';

export const venuesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux',
    validateSearch: (search: Record<string, unknown>): VenueSearch => ({
      q: words(search.q),
      departement: words(search.departement),
      service: oneOf(services, search.service),
      public: oneOf(publics, search.public),
      soin: oneOf(cares, search.soin),
      frais: oneOf(fees, search.frais),
      label: oneOf(labels, search.label),
      accessible: oneOf(['oui'] as const, search.accessible),
      ouvert: words(search.ouvert),
      lat: words(search.lat),
      lon: words(search.lon),
      pres: words(search.pres),
      rayon: oneOf(radii, search.rayon),
      tri: oneOf(sorts, search.tri),
      vue: oneOf(['carte'] as const, search.vue),
    }),
    component: lazyRouteComponent(() => import('./venues-page'), 'VenuesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux/$slug',
    component: lazyRouteComponent(() => import('./venue-page'), 'VenuePage'),
  }),
] as const;
