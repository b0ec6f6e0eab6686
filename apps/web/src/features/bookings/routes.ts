import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf } from '../../app/search';

export const bookingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/reservations',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): { periode?: 'toutes' } => ({
      periode: oneOf(['toutes'], search.periode),
    }),
    component: lazyRouteComponent(() => import('./my-bookings-page'), 'MyBookingsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/reservations/nouvelle',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./book-room-page'), 'BookRoomPage'),
  }),
] as const;
