import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import type { CourseStatus } from '../../api/types';
import { codesOf, courseStatuses, sessionStates } from '../catalogue/labels';
import { REQUEST_FILTERS, type RequestFilter } from './request-order';

export interface CourseSearch {
  q?: string;
  etat?: CourseStatus;
}
export interface SessionSearch {
  etat?: keyof typeof sessionStates;
  periode?: 'toutes';
}

/** Two versions to compare. */
export interface HistorySearch {
  de?: number;
  a?: number;
}
const version = (typed: unknown) => (Number.isInteger(typed) && Number(typed) > 0 ? Number(typed) : undefined);

export const manageRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): CourseSearch => ({
      q: words(search.q),
      etat: oneOf(codesOf(courseStatuses), search.etat),
    }),
    component: lazyRouteComponent(() => import('./courses-page'), 'CoursesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations/nouvelle',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./new-course-page'), 'NewCoursePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations/$id',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./course-page'), 'CoursePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations/$id/apercu',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./course-preview-page'), 'CoursePreviewPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations/$id/historique',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): HistorySearch => ({ de: version(search.de), a: version(search.a) }),
    component: lazyRouteComponent(() => import('./course-history-page'), 'CourseHistoryPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/sessions',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): SessionSearch => ({
      etat: oneOf(codesOf(sessionStates), search.etat),
      periode: oneOf(['toutes'], search.periode),
    }),
    component: lazyRouteComponent(() => import('./sessions-page'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/sessions/nouvelle',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): { formation?: string } => ({
      formation: words(search.formation),
    }),
    component: lazyRouteComponent(() => import('./new-session-page'), 'NewSessionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/sessions/$code',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): { demandes?: RequestFilter } => ({ demandes: oneOf(REQUEST_FILTERS, search.demandes) }),
    component: lazyRouteComponent(() => import('./session-page'), 'SessionPage'),
  }),
] as const;
