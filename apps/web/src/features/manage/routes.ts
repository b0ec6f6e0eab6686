import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export interface CourseSearch {
  q?: string;
  etat?: string;
}
export interface SessionSearch {
  etat?: string;
  periode?: 'toutes';
}

const words = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

export const manageRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formations',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): CourseSearch => ({
      q: words(search.q),
      etat: words(search.etat),
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
    path: '/gestion/sessions',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): SessionSearch => ({
      etat: words(search.etat),
      periode: search.periode === 'toutes' ? 'toutes' : undefined,
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
    component: lazyRouteComponent(() => import('./session-page'), 'SessionPage'),
  }),
] as const;
