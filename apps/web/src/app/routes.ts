import { accountRoutes } from '../features/account/routes';
import { agentRoutes } from '../features/agent/routes';
import { catalogueRoutes } from '../features/catalogue/routes';
import { homeRoutes } from '../features/home/routes';
import { infoRoutes } from '../features/info/routes';
import { styleRoutes } from '../features/style/routes';
import { venuesRoutes } from '../features/venues/routes';
import { welcomeRoutes } from '../features/welcome/routes';
import { rootRoute } from './root';

/** Every feature adds its own routes here; pages themselves are loaded when they are first visited. */
export const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...catalogueRoutes,
  ...venuesRoutes,
  ...accountRoutes,
  ...welcomeRoutes,
  ...agentRoutes,
  ...infoRoutes,
  ...styleRoutes,
]);
