import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf } from '../../app/search';

export const messagesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mes-messages',
    beforeLoad: requireSignIn,
    component: lazyRouteComponent(() => import('./messages-page'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/courriers',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): { etat?: 'undelivered' | 'printed' } => ({ etat: oneOf(['undelivered', 'printed'], search.etat) }),
    component: lazyRouteComponent(() => import('./letters-page'), 'LettersPage'),
  }),
] as const;
