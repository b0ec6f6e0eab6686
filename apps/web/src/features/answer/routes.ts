import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const answerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse/$token',
    component: lazyRouteComponent(() => import('./answer-page'), 'AnswerPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse-formateur/$token',
    component: lazyRouteComponent(() => import('./ask-page'), 'AskPage'),
  }),
] as const;
