import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { stepOf, type Step } from './steps';

export const hostRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/lieux',
    beforeLoad: requireSignIn,
    validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: typeof q === 'string' && q ? q : undefined }),
    component: lazyRouteComponent(() => import('./places-page'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/lieux/$id',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): { etape?: Step } => ({ etape: stepOf(search.etape) }),
    component: lazyRouteComponent(() => import('./place-page'), 'PlacePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/reservations',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./bookings-page'), 'BookingsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/charte',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./charter-page'), 'CharterPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/administration/demandes-de-lieux',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./claims-page'), 'ClaimsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse-lieu/$token',
    component: lazyRouteComponent(() => import('./claim-answer-page'), 'ClaimAnswerPage'),
  }),
] as const;
