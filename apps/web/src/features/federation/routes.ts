import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import type { Publication } from '../../api/types';

export interface PublicationSearch {
  etat?: Publication['state'];
}

const states: unknown[] = ['dirty', 'pushed', 'withdrawn', 'failed'] satisfies Publication['state'][];
const isState = (value: unknown): value is Publication['state'] => states.includes(value);

export const federationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/netpublic',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): PublicationSearch => ({
      etat: isState(search.etat) ? search.etat : undefined,
    }),
    component: lazyRouteComponent(() => import('./publications-page'), 'PublicationsPage'),
  }),
] as const;
