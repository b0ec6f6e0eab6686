import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const teamRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/equipe/demandes',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./requests-page'), 'RequestsPage'),
  }),
] as const;
