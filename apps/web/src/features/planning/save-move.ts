import { api, body, ifMatch } from '../../api/client';
import type { PlanningItem } from '../../api/types';
import type { Target } from './moving';

/** Refused when somebody else moved it since, or when the room, the place or a trainer is taken: the database decides. */
export const saveMove = ({ id, version }: Pick<NonNullable<PlanningItem['booking']>, 'id' | 'version'>, { date, start, end, roomId }: Target): Promise<unknown> =>
  body(api.PATCH('/session-bookings/{id}', { params: { path: { id }, header: ifMatch(version) }, body: { date, start, end, roomId } }));
