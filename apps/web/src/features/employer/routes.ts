import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const employerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/employeur/demandes',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./requests-page'), 'RequestsPage'),
  }),
] as const;
