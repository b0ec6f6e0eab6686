import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { isoDay, oneOf, words } from '../../app/search';
import { VIEWS, WAYS, type PlanningSearch } from './search';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const id = (value: unknown) => (UUID.test(String(value)) ? String(value) : undefined);

export const planningRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gestion/planning',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): PlanningSearch => ({
      vue: oneOf(VIEWS, search.vue),
      par: oneOf(WAYS, search.par),
      date: isoDay(search.date),
      sessions: oneOf(['toutes'], search.sessions),
      departement: words(search.departement),
      lieu: id(search.lieu),
      formateur: id(search.formateur),
      delegation: id(search.delegation),
    }),
    component: lazyRouteComponent(() => import('./planning-page'), 'PlanningPage'),
  }),
] as const;
