import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

const ofSession = ({ session }: Record<string, unknown>): { session?: string } => ({ session: typeof session === 'string' ? session : undefined });

export const behalfRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bulletin',
    validateSearch: ofSession,
    component: lazyRouteComponent(() => import('./bulletin-page'), 'BulletinPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inscrire',
    beforeLoad: requireSignIn,
    validateSearch: ofSession,
    component: lazyRouteComponent(() => import('./behalf-page'), 'BehalfPage'),
  }),
] as const;
