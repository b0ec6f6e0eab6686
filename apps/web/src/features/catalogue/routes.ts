import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import type { CourseFilters } from '../../api/types';
import { audiences, codesOf, modalities, themes } from './labels';

export interface CatalogueSearch {
  q?: string;
  categorie?: CourseFilters['category'];
  modalite?: CourseFilters['modality'];
  theme?: CourseFilters['theme'];
  departement?: string;
  pres?: string;
  tri?: 'date' | 'titre';
}

export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formations',
    validateSearch: (search: Record<string, unknown>): CatalogueSearch => ({
      q: words(search.q),
      categorie: oneOf(codesOf(audiences), search.categorie),
      modalite: oneOf(codesOf(modalities), search.modalite),
      theme: oneOf(codesOf(themes), search.theme),
      departement: words(search.departement),
      pres: words(search.pres),
      tri: oneOf(['date', 'titre'], search.tri),
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
