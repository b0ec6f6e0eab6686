import { type Calendar, type Closed, closedAt, type HalfDay } from './half-days.rules';
import { type Spot, type Travel, travelBetween } from './travel.rules';

/** Milliseconds. */
export interface Busy {
  from: number;
  to: number;
}
export interface RoomTime {
  id: string;
  /** In order, apart from one another. */
  busy: readonly Busy[];
  /** Whether what is asked to be lent with it is at hand. */
  hasEquipment: (half: HalfDay) => boolean;
}
export interface VenueTime {
  spot: Spot;
  calendar: Calendar;
  /** The half-days of the period on its clock; places on the same clock share them. */
  halfDays: readonly HalfDay[];
  rooms: readonly RoomTime[];
}
export interface TrainerTime {
  id: string;
  /** In order, apart from one another; with where each takes place. */
  busy: readonly (Busy & { spot: Spot })[];
}
export interface Need {
  /** Half-days in a row, over days of work. */
  count: number;
  /** How many trainers together. */
  trainers: number;
  now: number;
}

export interface SlotOption {
  venue: VenueTime;
  rooms: RoomTime[];
  trainers: TrainerTime[];
}
export interface FoundSlot {
  halfDays: HalfDay[];
  options: SlotOption[];
}
/** What stands in the way of everything that was asked, thing by thing. */
export interface Obstacles {
  closedVenues: number;
  takenRooms: number;
  roomsWithoutEquipment: number;
  busyTrainers: number;
  farTrainers: number;
}

const MINUTE = 60_000;

/** Where `[from, to)` falls among what keeps one busy: over something, or between two things. */
interface Between {
  isBusy: boolean;
  next: number;
}
function between(busy: readonly Busy[], { from, to }: Busy): Between {
  let [low, high] = [0, busy.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (busy[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return { isBusy: low < busy.length && busy[low]!.from < to, next: low };
}

/** Travel asked again and again between the same places is reckoned once. */
function travels(): (a: Spot, b: Spot) => number {
  const known = new Map<Spot, Map<Spot, number>>();
  return (a, b) => {
    const from = known.get(a) ?? known.set(a, new Map()).get(a)!;
    const found = from.get(b);
    if (found !== undefined) return found;
    const reckoned = travelBetween(a, b).minutes * MINUTE;
    from.set(b, reckoned);
    return reckoned;
  };
}

/** The runs of half-days one after the other on days of work: from a morning when a run has several and days have two. */
export function runsOf(halfDays: readonly HalfDay[], closed: readonly (Closed | null)[], count: number): number[][] {
  const atWork = halfDays.flatMap((_, index) => (closed[index] === 'weekend' || closed[index] === 'holiday' ? [] : index));
  return atWork.flatMap((first, at) => {
    if (count > 1 && halfDays[first]!.rank !== 0) return [];
    const run = atWork.slice(at, at + count);
    return run.length === count ? [run] : [];
  });
}

const NEVER = 0;
const OCCUPIED = 1;
const FAR = 2;
const FREE = 3;

/**
 * When a room with its equipment and enough trainers are free together, over half-days in a row, and the trainers have the
 * time to come and to leave. Slots in the order of local time; what was never free is counted by what stands in its way.
 */
export function commonSlots(need: Need, venues: readonly VenueTime[], trainers: readonly TrainerTime[]): { slots: FoundSlot[]; obstacles: Obstacles } {
  const found = new Map<string, FoundSlot>();
  const travel = travels();
  const best = new Uint8Array(trainers.length);
  const obstacles: Obstacles = { closedVenues: 0, takenRooms: 0, roomsWithoutEquipment: 0, busyTrainers: 0, farTrainers: 0 };
  const onClock = new Map<readonly HalfDay[], Between[][]>();

  for (const venue of venues) {
    const { halfDays, rooms, calendar, spot } = venue;
    const closed = halfDays.map((half) => closedAt(calendar, half, need.now));
    const isClosed = (at: number) => closed[at] !== null;
    const open = runsOf(halfDays, closed, need.count).filter((run) => !run.some(isClosed));
    if (!open.length) obstacles.closedVenues += 1;
    const times = onClock.get(halfDays) ?? onClock.set(halfDays, trainers.map(({ busy }) => halfDays.map((half) => between(busy, half)))).get(halfDays)!;
    const may = trainers.map((trainer, index) => statesOf(trainer, times[index]!, halfDays, spot, travel));
    const isFree = rooms.map(({ busy }) => halfDays.map((half, at) => !isClosed(at) && !between(busy, half).isBusy));
    const bestRoom = new Uint8Array(rooms.length);

    for (const run of open) {
      const free = rooms.filter((room, index) => {
        const state = !run.every((at) => isFree[index]![at]) ? OCCUPIED : run.every((at) => room.hasEquipment(halfDays[at]!)) ? FREE : FAR;
        bestRoom[index] = Math.max(bestRoom[index]!, state);
        return state === FREE;
      });
      const who = trainers.filter((_, index) => {
        let state = FREE;
        for (const at of run) state = Math.min(state, may[index]![at]!);
        best[index] = Math.max(best[index]!, state);
        return state === FREE;
      });
      if (!free.length || who.length < need.trainers) continue;
      const first = halfDays[run[0]!]!;
      const key = `${first.date} ${first.start} ${halfDays[run.at(-1)!]!.date}`;
      const slot = found.get(key) ?? found.set(key, { halfDays: run.map((at) => halfDays[at]!), options: [] }).get(key)!;
      slot.options.push({ venue, rooms: free, trainers: who });
    }
    if (!open.length) continue;
    obstacles.takenRooms += bestRoom.filter((state) => state === OCCUPIED).length;
    obstacles.roomsWithoutEquipment += bestRoom.filter((state) => state === FAR).length;
  }
  obstacles.busyTrainers = best.filter((state) => state === OCCUPIED).length;
  obstacles.farTrainers = best.filter((state) => state === FAR).length;
  const slots = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
  return { slots, obstacles };
}

/** For each half-day in a place: whether the trainer is elsewhere, too far to come or to leave in time, or free. */
function statesOf({ busy }: TrainerTime, times: readonly Between[], halfDays: readonly HalfDay[], spot: Spot, travel: (a: Spot, b: Spot) => number): Uint8Array {
  return Uint8Array.from(times, ({ isBusy, next }, at) => {
    const { from, to } = halfDays[at]!;
    if (Number.isNaN(from)) return NEVER;
    if (isBusy) return OCCUPIED;
    const [before, after] = [busy[next - 1], busy[next]];
    const comes = !before || before.to + travel(before.spot, spot) <= from;
    const leaves = !after || to + travel(spot, after.spot) <= after.from;
    return comes && leaves ? FREE : FAR;
  });
}

/** How far a trainer comes from, when they are elsewhere the day before: null when they are not. */
export function comesFrom({ busy }: TrainerTime, { from, to }: HalfDay, spot: Spot): (Travel & { spot: Spot }) | null {
  const before = busy[between(busy, { from, to }).next - 1];
  return before && from - before.to < 36 * 60 * MINUTE ? { ...travelBetween(before.spot, spot), spot: before.spot } : null;
}
