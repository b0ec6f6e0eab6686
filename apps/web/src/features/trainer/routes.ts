import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const trainerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formateur/sessions',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./sessions-page'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/formateur/sessions/$id/emargement',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./roll-page'), 'RollPage'),
  }),
] as const;
