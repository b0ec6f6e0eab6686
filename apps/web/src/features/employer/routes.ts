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
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/employeur/visa',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./visa-page'), 'VisaPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/employeur/circuit',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./chain-page'), 'ChainPage'),
  }),
] as const;
