import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Duplicate } from '../../api/types';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';

interface DuplicateSearch {
  etat?: Duplicate['status'];
}
interface ManagedSearch {
  q?: string;
  absents?: 'oui';
}
interface FindingSearch {
  voir?: 'remarques';
}

const base = { getParentRoute: () => rootRoute, beforeLoad: requireSignIn };
const settled: Duplicate['status'][] = ['dismissed', 'merged'];

export const importsRoutes = [
  createRoute({
    ...base,
    path: '/gestion/lieux/tous',
    validateSearch: (search: Record<string, unknown>): ManagedSearch => ({ q: words(search.q), absents: oneOf(['oui'], search.absents) }),
    component: lazyRouteComponent(() => import('./managed-page'), 'ManagedPage'),
  }),
  createRoute({
    ...base,
    path: '/gestion/lieux/imports',
    component: lazyRouteComponent(() => import('./imports-page'), 'ImportsPage'),
  }),
  createRoute({
    ...base,
    path: '/gestion/lieux/imports/$id',
    validateSearch: (search: Record<string, unknown>): FindingSearch => ({ voir: oneOf(['remarques'], search.voir) }),
    component: lazyRouteComponent(() => import('./import-page'), 'ImportPage'),
  }),
  createRoute({
    ...base,
    path: '/gestion/lieux/doublons',
    validateSearch: (search: Record<string, unknown>): DuplicateSearch => ({ etat: oneOf(settled, search.etat) }),
    component: lazyRouteComponent(() => import('./duplicates-page'), 'DuplicatesPage'),
  }),
  createRoute({
    ...base,
    path: '/gestion/lieux/doublons/$id',
    component: lazyRouteComponent(() => import('./duplicate-page'), 'DuplicatePage'),
  }),
] as const;
