import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const styleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/style',
    component: lazyRouteComponent(() => import('./style-page'), 'StylePage'),
  }),
] as const;
