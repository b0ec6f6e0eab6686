import { type Period, periodInWords } from '@app/platform';
import { busyInWords, notAssignable } from '@app/trainers';
import type { Clash } from './clash.dto';
import type { CandidateRow } from './clash.queries';
import { travelBetween } from './travel.rules';

const at = (seconds: number): Date => new Date(seconds * 1000);

/** « 16 h 30 », of minutes. */
export const lasting = (minutes: number): string => {
  const [hours, left] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return left ? `${hours} h ${String(left).padStart(2, '0')}` : `${hours} h`;
};

/** Why a trainer cannot be there then, or would not have the time to come or to leave; the first reason of each kind. */
export function trainerClashes({ id, displayName, status, busy, here }: CandidateRow, periods: readonly Period[], timeZone: string): Clash[] {
  const pointer = '/trainerIds';
  const why = notAssignable(displayName, status);
  if (why) return [{ code: 'trainer', pointer, detail: why, isRefused: true }];
  const taken = busy.find((one) => periods.some(({ from, to }) => at(one.from) < to && at(one.to) > from));
  if (taken) {
    const known = { trainerId: id, displayName, courseTitle: taken.courseTitle, where: taken.where, from: at(taken.from), to: at(taken.to) };
    return [{ code: 'trainer', pointer, detail: busyInWords(known, timeZone), isRefused: true }];
  }
  for (const { from, to } of periods) {
    const before = busy.filter((one) => at(one.to) <= from).at(-1);
    const after = busy.find((one) => at(one.from) >= to);
    for (const [one, gap] of [[before, before && from.getTime() - before.to * 1000], [after, after && after.from * 1000 - to.getTime()]] as const) {
      if (!one || gap === undefined) continue;
      const { minutes, km } = travelBetween(one.spot, here);
      if (gap >= minutes * 60_000) continue;
      const far = km === null ? '' : ` à ${Math.round(km)} km`;
      const when = periodInWords({ from: at(one.from), to: at(one.to) }, timeZone);
      return [{ code: 'travel', pointer, detail: `${displayName} est${far} (${one.where}) ${when}\u202f: nous comptons ${lasting(minutes)} de trajet, il reste ${lasting(gap / 60_000)}.`, isRefused: false }];
    }
  }
  return [];
}
