import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const answerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse/$token',
    component: lazyRouteComponent(() => import('./answer-page'), 'AnswerPage'),
  }),
] as const;
