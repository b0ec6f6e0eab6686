import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export interface CatalogueSearch {
  q?: string;
  categorie?: string;
  modalite?: string;
  theme?: string;
  departement?: string;
  pres?: string;
  tri?: 'date' | 'titre';
}

const words = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formations',
    validateSearch: (search: Record<string, unknown>): CatalogueSearch => ({
      q: words(search.q),
      categorie: words(search.categorie),
      modalite: words(search.modalite),
      theme: words(search.theme),
      departement: words(search.departement),
      pres: words(search.pres),
      tri: search.tri === 'date' || search.tri === 'titre' ? search.tri : undefined,
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
