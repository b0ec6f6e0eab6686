import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const hostRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/lieux',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./places-page'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/lieux/$id',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./place-page'), 'PlacePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/reservations',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./bookings-page'), 'BookingsPage'),
  }),
] as const;
