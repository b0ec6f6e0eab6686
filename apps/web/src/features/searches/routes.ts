import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const searchesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mes-recherches',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./searches-page'), 'SearchesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desabonnement/$token',
    component: lazyRouteComponent(() => import('./unsubscribe-page'), 'UnsubscribePage'),
  }),
] as const;
