import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const infoRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/accessibilite',
    component: lazyRouteComponent(() => import('./info-pages'), 'AccessibilityPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mentions-legales',
    component: lazyRouteComponent(() => import('./info-pages'), 'LegalPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/donnees-ouvertes',
    component: lazyRouteComponent(() => import('./open-data-page'), 'OpenDataPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/verifier',
    component: lazyRouteComponent(() => import('./verify-page'), 'VerifyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/verifier/$code',
    component: lazyRouteComponent(() => import('./verified-page'), 'VerifiedPage'),
  }),
] as const;
