import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf } from '../../app/search';
import type { Publication } from '../../api/types';

export interface PublicationSearch {
  etat?: Publication['state'];
}

const states: Publication['state'][] = ['dirty', 'pushed', 'withdrawn', 'failed'];

export const federationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/netpublic',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): PublicationSearch => ({
      etat: oneOf(states, search.etat),
    }),
    component: lazyRouteComponent(() => import('./publications-page'), 'PublicationsPage'),
  }),
] as const;
