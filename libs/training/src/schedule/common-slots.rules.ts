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

/** Where the trainers are, each place once: travel is reckoned from each of them to a place, whatever the number of days. */
function spotsOf(trainers: readonly TrainerTime[]): { spots: Spot[]; rankOf: (spot: Spot) => number } {
  const ranks = new Map<string, number>();
  const spots: Spot[] = [];
  for (const { busy } of trainers)
    for (const { spot } of busy) if (!ranks.has(spot.id)) ranks.set(spot.id, spots.push(spot) - 1);
  return { spots, rankOf: ({ id }) => ranks.get(id)! };
}

/** For each half-day of a clock: whether a trainer is elsewhere, and from where they come and for where they leave, and when. */
interface Around {
  isBusy: Uint8Array;
  left: Float64Array;
  from: Int32Array;
  awaited: Float64Array;
  to: Int32Array;
}
const NOWHERE = -1;

function aroundOf({ busy }: TrainerTime, halfDays: readonly HalfDay[], rankOf: (spot: Spot) => number): Around {
  const size = halfDays.length;
  const around: Around = {
    isBusy: new Uint8Array(size), left: new Float64Array(size), from: new Int32Array(size).fill(NOWHERE), awaited: new Float64Array(size), to: new Int32Array(size).fill(NOWHERE),
  };
  halfDays.forEach((half, at) => {
    const { isBusy, next } = between(busy, half);
    around.isBusy[at] = Number(isBusy);
    const [before, after] = [busy[next - 1], busy[next]];
    if (before) [around.left[at], around.from[at]] = [before.to, rankOf(before.spot)];
    if (after) [around.awaited[at], around.to[at]] = [after.from, rankOf(after.spot)];
  });
  return around;
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

const OCCUPIED = 1;
const FAR = 2;
const FREE = 3;

/**
 * When a room with its equipment and enough trainers are free together, over half-days in a row, and the trainers have the
 * time to come and to leave. Slots in the order of local time; what was never free is counted by what stands in its way.
 */
export function commonSlots(need: Need, venues: readonly VenueTime[], trainers: readonly TrainerTime[]): { slots: FoundSlot[]; obstacles: Obstacles } {
  const found = new Map<string, FoundSlot>();
  const { spots, rankOf } = spotsOf(trainers);
  const best = new Uint8Array(trainers.length);
  const obstacles: Obstacles = { closedVenues: 0, takenRooms: 0, roomsWithoutEquipment: 0, busyTrainers: 0, farTrainers: 0 };
  const onClock = new Map<readonly HalfDay[], Around[]>();

  for (const venue of venues) {
    const { halfDays, rooms, calendar, spot } = venue;
    const closed = halfDays.map((half) => closedAt(calendar, half, need.now));
    const isClosed = (at: number) => closed[at] !== null;
    const open = runsOf(halfDays, closed, need.count).filter((run) => !run.some(isClosed));
    if (!open.length) obstacles.closedVenues += 1;
    const times = onClock.get(halfDays) ?? onClock.set(halfDays, trainers.map((trainer) => aroundOf(trainer, halfDays, rankOf))).get(halfDays)!;
    const travel = Float64Array.from(spots.map((one) => travelBetween(one, spot).minutes * MINUTE));
    const may = times.map((around) => statesOf(around, halfDays, travel));
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
function statesOf({ isBusy, left, from, awaited, to }: Around, halfDays: readonly HalfDay[], travel: Float64Array): Uint8Array {
  const states = new Uint8Array(halfDays.length);
  for (let at = 0; at < states.length; at += 1) {
    const half = halfDays[at]!;
    const comes = from[at] === NOWHERE || left[at]! + travel[from[at]!]! <= half.from;
    const leaves = to[at] === NOWHERE || half.to + travel[to[at]!]! <= awaited[at]!;
    states[at] = isBusy[at] ? OCCUPIED : comes && leaves ? FREE : FAR;
  }
  return states;
}

/** How far a trainer comes from, when they are elsewhere the day before: null when they are not. */
export function comesFrom({ busy }: TrainerTime, { from, to }: HalfDay, spot: Spot): (Travel & { spot: Spot }) | null {
  const before = busy[between(busy, { from, to }).next - 1];
  return before && from - before.to < 36 * 60 * MINUTE ? { ...travelBetween(before.spot, spot), spot: before.spot } : null;
}
