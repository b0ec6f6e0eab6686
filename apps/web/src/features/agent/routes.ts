import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const agentRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mes-demandes',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./requests-page'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mes-demandes/$id',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./request-page'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mes-attestations',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./attestations-page'), 'AttestationsPage'),
  }),
] as const;
