import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf, someOf, words } from '../../app/search';
import { radii, sorts, type VenueSearch } from './search';
import { cares, fees, labels, publics, services } from './services';
import { typologies } from './typologies';

export const venuesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lieux',
    validateSearch: (search: Record<string, unknown>): VenueSearch => ({
      q: words(search.q),
      departement: words(search.departement),
      service: someOf(services, search.service),
      public: someOf(publics, search.public),
      soin: someOf(cares, search.soin),
      frais: someOf(fees, search.frais),
      label: someOf(labels, search.label),
      typologie: someOf(typologies, search.typologie),
      charte: oneOf(['oui'] as const, search.charte),
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
