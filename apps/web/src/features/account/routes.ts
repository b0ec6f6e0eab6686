import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/connexion',
    validateSearch: ({ retour }: Record<string, unknown>): { retour?: string } => ({
      retour: isOwnPath(retour) ? retour : undefined,
    }),
    component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/profil',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
  }),
] as const;

/** We only send people back to our own pages. */
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}
