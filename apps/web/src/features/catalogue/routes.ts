import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { isoDay, listOf, oneOf, someOf, words } from '../../app/search';
import { audiences, codesOf, costs, modalities, themes } from './labels';
import { radii, sorts, type CatalogueSearch } from './search';

export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formations',
    validateSearch: (search: Record<string, unknown>): CatalogueSearch => ({
      q: words(search.q),
      theme: someOf(codesOf(themes), search.theme),
      categorie: someOf(codesOf(audiences), search.categorie),
      modalite: someOf(codesOf(modalities), search.modalite),
      cout: someOf(codesOf(costs), search.cout),
      metier: listOf(search.metier),
      competence: listOf(search.competence),
      departement: listOf(search.departement),
      lieu: listOf(search.lieu),
      du: isoDay(search.du),
      au: isoDay(search.au),
      places: oneOf(['libres'] as const, search.places),
      lat: words(search.lat),
      lon: words(search.lon),
      pres: words(search.pres),
      rayon: oneOf(radii, search.rayon),
      tri: oneOf(sorts, search.tri),
    }),
    component: lazyRouteComponent(() => import('./catalogue-page'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formations/$slug',
    component: lazyRouteComponent(() => import('./course-page'), 'CoursePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sessions/$code',
    component: lazyRouteComponent(() => import('./session-page'), 'SessionPage'),
  }),
] as const;
