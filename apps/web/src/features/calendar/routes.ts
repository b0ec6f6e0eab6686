import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSignIn } from '../../app/me';
import { rootRoute } from '../../app/root';
import { oneOf, words } from '../../app/search';
import { type CalendarSearch, VIEWS } from './search';

const day = (value: unknown) =>
  /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(String(value)) ? String(value) : undefined;

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hote/lieux/$id/calendrier',
    beforeLoad: requireSignIn,
    validateSearch: (search: Record<string, unknown>): CalendarSearch => ({
      vue: oneOf(VIEWS, search.vue),
      date: day(search.date),
      salle: words(search.salle),
    }),
    component: lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
  }),
] as const;
