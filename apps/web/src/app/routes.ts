import { accountRoutes } from '../features/account/routes';
import { agentRoutes } from '../features/agent/routes';
import { answerRoutes } from '../features/answer/routes';
import { bookingsRoutes } from '../features/bookings/routes';
import { calendarRoutes } from '../features/calendar/routes';
import { catalogueRoutes } from '../features/catalogue/routes';
import { behalfRoutes } from '../features/behalf/routes';
import { followRoutes } from '../features/follow/routes';
import { employerRoutes } from '../features/employer/routes';
import { federationRoutes } from '../features/federation/routes';
import { homeRoutes } from '../features/home/routes';
import { hostRoutes } from '../features/host/routes';
import { importsRoutes } from '../features/imports/routes';
import { infoRoutes } from '../features/info/routes';
import { manageRoutes } from '../features/manage/routes';
import { messagesRoutes } from '../features/messages/routes';
import { planningRoutes } from '../features/planning/routes';
import { poolRoutes } from '../features/pool/routes';
import { searchesRoutes } from '../features/searches/routes';
import { styleRoutes } from '../features/style/routes';
import { teamRoutes } from '../features/team/routes';
import { trainerRoutes } from '../features/trainer/routes';
import { venuesRoutes } from '../features/venues/routes';
import { welcomeRoutes } from '../features/welcome/routes';
import { rootRoute } from './root';

/** Every feature adds its own routes here; pages themselves are loaded when they are first visited. */
export const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...catalogueRoutes,
  ...searchesRoutes,
  ...venuesRoutes,
  ...accountRoutes,
  ...welcomeRoutes,
  ...messagesRoutes,
  ...agentRoutes,
  ...behalfRoutes,
  ...followRoutes,
  ...employerRoutes,
  ...teamRoutes,
  ...trainerRoutes,
  ...hostRoutes,
  ...bookingsRoutes,
  ...calendarRoutes,
  ...answerRoutes,
  ...manageRoutes,
  ...planningRoutes,
  ...poolRoutes,
  ...federationRoutes,
  ...importsRoutes,
  ...infoRoutes,
  ...styleRoutes,
]);
