import type { NamedThing, SlotThing } from './slot-search.dto';
import type { ThingRow } from './slot-search.queries';

interface Time {
  from: number;
  to: number;
}

/** The most that is kept of a thing at once during a time; times in milliseconds, what is kept in seconds. */
function kept({ busy }: ThingRow, { from, to }: Time): number {
  const inside = busy.filter(([begins, ends]) => begins * 1000 < to && ends * 1000 > from);
  return inside.reduce((most, [at]) => {
    const together = inside.reduce((sum, [begins, ends, quantity]) => (begins <= at && ends > at ? sum + quantity : sum), 0);
    return Math.max(most, together);
  }, 0);
}

/**
 * What a room can be lent during some times: one thing for each that is asked, its own before those that its place shares, each of
 * them once; null when one of those asked is not at hand.
 */
export function lendingOf(asked: readonly NamedThing[], things: readonly ThingRow[], { roomId, venueId }: { roomId: string; venueId: string }): (times: readonly Time[]) => SlotThing[] | null {
  const mine = things.filter((thing) => thing.venueId === venueId && (thing.roomId === null || thing.roomId === roomId));
  return (times) => {
    const lent: SlotThing[] = [];
    for (const [rank, { quantity }] of asked.entries()) {
      const thing = mine.find(
        (one) => one.rank === rank && !lent.some(({ equipmentId }) => equipmentId === one.id) && times.every((time) => one.quantity - kept(one, time) >= quantity),
      );
      if (!thing) return null;
      lent.push({ equipmentId: thing.id, quantity });
    }
    return lent;
  };
}
