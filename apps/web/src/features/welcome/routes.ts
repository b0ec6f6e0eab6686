import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const welcomeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/accueil',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./welcome-page'), 'WelcomePage'),
  }),
] as const;
