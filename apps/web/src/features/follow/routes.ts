import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { FollowedState } from '../../api/types';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

const STATES: readonly FollowedState[] = ['pending', 'placed', 'over'];

export const followRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/suivi',
    beforeLoad: requireSignIn,
    validateSearch: ({ etat }: Record<string, unknown>): { etat?: FollowedState } => ({ etat: STATES.find((state) => state === etat) }),
    component: lazyRouteComponent(() => import('./followed-page'), 'FollowedPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/suivi/$id',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./request-page'), 'RequestPage'),
  }),
] as const;
