import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import { cares, fees, labels, publics, type Care, type Fee, type Label, type Public, services, type Service } from './services';

export interface VenueSearch {
  q?: string;
  departement?: string;
  service?: Service;
  public?: Public;
  soin?: Care;
  frais?: Fee;
  label?: Label;
  accessible?: 'oui';
  /** `maintenant`, or a day and hour on the clock of each place. */
  ouvert?: string;
  /** Around the reader, when the browser gave a position. */
  lat?: string;
  lon?: string;
  /** Around a commune, by its code. */
  pres?: string;
  /** Kilometres. */
  rayon?: string;
  tri?: Sort;
  /** On a small screen, the map instead of the list. */
  vue?: 'carte';
}

const sorts = ['distance', 'pertinence', 'nom'] as const;
export type Sort = (typeof sorts)[number];
export const radii = ['5', '10', '20', '50', '100'] as const;

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
