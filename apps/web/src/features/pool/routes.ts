import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { words } from '../../app/search';

export interface PoolSearch {
  q?: string;
}

export const poolRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formateurs',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): PoolSearch => ({ q: words(search.q) }),
    component: lazyRouteComponent(() => import('./trainers-page'), 'TrainersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/formateurs/$id',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./trainer-page'), 'TrainerPage'),
  }),
] as const;
