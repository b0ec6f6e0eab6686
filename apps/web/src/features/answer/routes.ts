import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { oneOf } from '../../app/search';
import { type Choice, CHOICES } from './minimum-choice';

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
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse-place/$token',
    component: lazyRouteComponent(() => import('./offer-page'), 'OfferPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reponse-session/$token',
    validateSearch: (search: Record<string, unknown>): { choix?: Choice } => ({ choix: oneOf(CHOICES, search.choix) }),
    component: lazyRouteComponent(() => import('./minimum-page'), 'MinimumPage'),
  }),
] as const;
