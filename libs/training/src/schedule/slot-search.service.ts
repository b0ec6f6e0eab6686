import { Clock, Database, invalid } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { comesFrom, commonSlots, type FoundSlot, type SlotOption, type TrainerTime, type VenueTime } from './common-slots.rules';
import { daysBetween, type HalfDay, halfDaysOn, type Hours } from './half-days.rules';
import { lendingOf } from './lending.rules';
import { obstaclesOf } from './obstacles.rules';
import type { CommonSlot, CommonSlots, SlotPlace, SlotSearch } from './slot-search.dto';
import { MOST_ROOMS } from './slot-search.dto';
import { type Centre, SlotSearchQueries, type SpotRow, type ThingRow, type TrainerRow, type VenueRow } from './slot-search.queries';
import { hoursOf } from './slot-search.rules';

const TOLD = 20;
/** Of each slot: who plans chooses among a few. */
const MOST_PLACES = 10;
const MOST_NAMES = 12;
const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** When room, trainers and equipment are free together. Everything is read once, then reckoned here. */
@Injectable()
export class SlotSearchService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: SlotSearchQueries,
  ) {}

  search(ask: SlotSearch): Promise<CommonSlots> {
    const now = this.clock.now();
    const hours = hoursOf(ask, PARIS.format(now));
    return this.db.tx(async () => {
      const centre = await this.centre(ask);
      const venues = await this.queries.venues(ask, centre);
      checkRooms(ask, venues);
      const trainers = await this.queries.trainers(ask);
      checkTrainers(ask, trainers);
      const asked = ask.equipment ?? [];
      const things = asked.length ? await this.queries.things(ask, venues.map(({ id }) => id), asked) : [];
      const elsewhere = [...new Set(trainers.flatMap(({ busy }) => busy.map(([, , venueId]) => venueId)))];
      const spots = new Map((await this.queries.spots(elsewhere)).map((spot) => [spot.id, spot]));
      return this.answer(ask, hours, { venues, trainers, things, spots }, now);
    });
  }

  private async centre({ courseId, commune }: SlotSearch): Promise<Centre | null> {
    const start = await this.queries.start(courseId, commune);
    if (!start || start.status === 'archived') throw invalid('/courseId', 'schedule.course', 'Cette formation n’existe pas, ou elle est archivée.');
    if (commune !== undefined && !start.centre)
      throw invalid('/commune', 'schedule.commune', start.hasCommune ? 'Nous ne savons pas où se trouve cette commune : choisissez des lieux.' : 'Cette commune n’existe pas.');
    return start.centre;
  }

  private answer(ask: SlotSearch, hours: Hours[], read: Read, now: Date): CommonSlots {
    const venues = venueTimes(ask, hours, read);
    const trainers = read.trainers.map(({ id, busy }): TrainerTime => ({
      id, busy: busy.map(([from, to, venueId]) => ({ from: from * 1000, to: to * 1000, spot: read.spots.get(venueId)! })),
    }));
    const wanted = ask.trainers ?? 1;
    const { slots, obstacles } = commonSlots({ count: ask.halfDays, trainers: wanted, now: now.getTime() }, venues, trainers);
    const told = slots.slice(0, ask.limit ?? TOLD).map((slot) => this.told(slot, ask, read));
    const places = told.flatMap((slot) => slot.places);
    const [venueIds, roomIds, trainerIds] = [
      new Set(places.map(({ venueId }) => venueId)), new Set(places.flatMap(({ rooms }) => rooms.map(({ roomId }) => roomId))),
      new Set(places.flatMap((place) => place.trainers.map(({ trainerId }) => trainerId))),
    ];
    return {
      slots: told,
      total: slots.length,
      venues: read.venues.filter(({ id }) => venueIds.has(id)).map(({ id, slug, name, communeName, timeZone, km }) => ({ id, slug, name, communeName, timeZone, km: km && Math.round(km) })),
      rooms: read.venues.flatMap(({ id: venueId, rooms }) => rooms.filter(({ id }) => roomIds.has(id)).map(({ id, name, capacity }) => ({ id, venueId, name, capacity }))),
      trainers: read.trainers.filter(({ id }) => trainerIds.has(id)).map(({ id, displayName, specialities }) => ({ id, displayName, specialities })),
      obstacles: obstaclesOf({
        obstacles, smallRooms: read.venues.reduce((sum, { smallRooms }) => sum + smallRooms, 0), rooms: read.venues.length,
        trainers: trainers.length, wanted, slots: slots.length,
      }),
    };
  }

  private told({ halfDays, options }: FoundSlot, ask: SlotSearch, read: Read): CommonSlot {
    return {
      halfDays: halfDays.map(({ date, start, end }) => ({ date, start, end })),
      places: options.slice(0, MOST_PLACES).map((option) => placeOf(option, halfDays, ask, read)),
      morePlaces: Math.max(0, options.length - MOST_PLACES),
    };
  }
}

interface Read {
  venues: VenueRow[];
  trainers: TrainerRow[];
  things: ThingRow[];
  spots: ReadonlyMap<string, SpotRow>;
}

/** Places on the same clock share their half-days: they are reckoned once. */
function venueTimes(ask: SlotSearch, hours: Hours[], { venues, things }: Read): VenueTime[] {
  const days = daysBetween(ask.from, ask.until);
  const onClock = new Map<string, HalfDay[]>();
  return venues.map((venue) => {
    const halfDays = onClock.get(venue.timeZone) ?? onClock.set(venue.timeZone, halfDaysOn(days, hours, venue.timeZone)).get(venue.timeZone)!;
    return {
      spot: venue,
      calendar: { holidays: new Set(venue.holidays), closures: venue.closures, weekHours: ask.outsideHours ? null : venue.weekHours },
      halfDays,
      rooms: venue.rooms.map(({ id, busy }) => {
        const lending = lendingOf(ask.equipment ?? [], things, { roomId: id, venueId: venue.id });
        return { id, busy: busy.map(([from, to]) => ({ from: from * 1000, to: to * 1000 })), hasEquipment: (half) => lending([half]) !== null };
      }),
    };
  });
}

function placeOf({ venue, rooms, trainers }: SlotOption, halfDays: HalfDay[], ask: SlotSearch, { things, spots }: Read): SlotPlace {
  // The same local hours: the instants are those of this place.
  const first = venue.halfDays.find(({ date, start }) => date === halfDays[0]!.date && start === halfDays[0]!.start)!;
  const here = venue.halfDays.filter((half) => halfDays.some(({ date, start }) => date === half.date && start === half.start));
  return {
    venueId: venue.spot.id,
    startsAt: new Date(first.from),
    rooms: rooms.map(({ id }) => ({ roomId: id, equipment: lendingOf(ask.equipment ?? [], things, { roomId: id, venueId: venue.spot.id })(here) ?? [] })),
    trainers: trainers.slice(0, MOST_NAMES).map((trainer) => {
      const before = comesFrom(trainer, first, venue.spot);
      return { trainerId: trainer.id, comesFrom: before && spots.get(before.spot.id)!.name, km: before?.km == null ? null : Math.round(before.km) };
    }),
    moreTrainers: Math.max(0, trainers.length - MOST_NAMES),
  };
}

/** What was named and is not there is said, never left out in silence. */
function checkRooms({ roomIds = [], venueIds = [] }: SlotSearch, venues: readonly VenueRow[]): void {
  const venue = venueIds.findIndex((asked) => !venues.some(({ id }) => id === asked.toLowerCase()));
  if (venue >= 0) throw invalid(`/venueIds/${venue}`, 'schedule.venue', 'Ce lieu n’existe pas, n’est plus publié, ou n’a pas de salle.');
  const known = new Set(venues.flatMap(({ asked }) => asked));
  const room = roomIds.findIndex((asked) => !known.has(asked.toLowerCase()));
  if (room >= 0) throw invalid(`/roomIds/${room}`, 'schedule.room', 'Cette salle n’existe pas, ou son lieu n’est plus publié.');
  const count = venues.reduce((sum, { rooms, smallRooms }) => sum + rooms.length + smallRooms, 0);
  if (count > MOST_ROOMS) throw invalid('/radius', 'schedule.too_many', `Plus de ${MOST_ROOMS} salles répondent : réduisez le rayon, ou choisissez des lieux.`);
}

function checkTrainers({ trainerIds = [] }: SlotSearch, trainers: readonly TrainerRow[]): void {
  const missing = trainerIds.findIndex((asked) => !trainers.some(({ id }) => id === asked.toLowerCase()));
  if (missing >= 0) throw invalid(`/trainerIds/${missing}`, 'schedule.trainer', 'Cette personne ne fait pas partie des formateurs admis.');
}
