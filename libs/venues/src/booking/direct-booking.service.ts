import { Actor, Audit, Clock, conflict, Database, instantOf, invalid, type Period } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageVenue } from '../venue/venue.policy';
import { type BookableRoom, BookableRooms, closedInWords, isConfirmed, type PeriodState, takenInWords } from './bookable-rooms';
import { BookingPlan, BookRoom, Occurrence } from './booking.dto';
import { checkAhead, checkHours, periodOn, SKIPPED_HOUR } from './booking.rules';
import { BookingService } from './booking.service';
import { daysOf, type Repetition, repetitionFault } from './series.rules';

type Planned = Occurrence & { period: Period | null };
const isBooked = ({ outcome }: Occurrence): boolean => outcome === 'confirmed' || outcome === 'held';

/** Rooms booked without a session: once, or in a series that leaves out what cannot be had and says why. */
@Injectable()
export class DirectBookingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rooms: BookableRooms,
    private readonly bookings: BookingService,
  ) {}

  /** What booking would do, without doing it. */
  preview(actor: Actor, roomId: string, asked: BookRoom): Promise<BookingPlan> {
    return this.db.tx(async () => {
      const room = await this.rooms.lock(roomId);
      return { occurrences: (await this.plan(actor, room, asked)).map(told), bookingIds: [] };
    });
  }

  book(actor: Actor, roomId: string, asked: BookRoom): Promise<BookingPlan> {
    return this.db.tx(async () => {
      const room = await this.rooms.lock(roomId);
      const planned = await this.plan(actor, room, asked);
      const isHost = mayManageVenue(actor, room);
      const kept = planned.filter(isBooked);
      if (!kept.length && asked.repeat)
        throw conflict('booking.series_empty', 'Aucune de ces dates n’est libre.', { occurrences: planned.map(told) });
      const held = await this.bookings.hold({
        roomId,
        // A single booking that cannot be had is refused where it is checked, with its reason.
        periods: (kept.length ? kept : planned).flatMap(({ period }) => period ?? []),
        requestedBy: actor.personId,
        organisationId: actor.organisationIds('course_manager')[0] ?? actor.organisationIds('venue_host')[0] ?? null,
        purpose: asked.purpose,
        kind: isHost ? 'block' : 'meeting',
        people: asked.people,
        equipment: asked.equipment,
        isHost,
      });
      const bookingIds = held.map(({ id }) => id);
      await this.audit.record({ actor, action: 'venues.booking.created', subjectType: 'room', subjectId: roomId, detail: { bookingIds } });
      return { occurrences: planned.map(told), bookingIds };
    });
  }

  private async plan(actor: Actor, room: BookableRoom, { date, start, end, people, repeat }: BookRoom): Promise<Planned[]> {
    if (people && people > room.capacity) throw invalid('/people', 'booking.over_room', `Cette salle accueille au plus ${room.capacity} personnes.`);
    const fault = repeat && repetitionFault(date, repeat);
    if (fault) throw invalid(`/repeat/${fault.field}`, 'booking.repeat', fault.detail);
    const days = repeat ? this.series(room, { date, start, end }, repeat) : [{ day: date, ...periodOn({ date, start, end }, room.timeZone, this.clock.now()) }];
    const real = days.flatMap(({ from, to }) => (from && to && from < to ? [{ from, to }] : []));
    const states = await this.rooms.state(room, real);
    const isHost = mayManageVenue(actor, room);
    return days.map(({ day, from }): Planned => {
      const state = states.find((one) => one.from.getTime() === from?.getTime());
      if (!state) return { date: day, startsAt: null, endsAt: null, outcome: 'skipped_hour', detail: SKIPPED_HOUR, period: null };
      return { date: day, startsAt: state.from, endsAt: state.to, ...outcomeOf(room, state, { isHost, isSeries: repeat !== undefined }), period: state };
    });
  }

  /** Its days, without instants where the clock skips an hour. */
  private series({ timeZone }: BookableRoom, { date, start, end }: Pick<BookRoom, 'date' | 'start' | 'end'>, repeat: Repetition) {
    checkHours(start, end);
    const days = daysOf(date, repeat).map((day) => ({ day, from: instantOf(day, start, timeZone), to: instantOf(day, end, timeZone) }));
    if (days[0]!.from) checkAhead(days[0]!.from, this.clock.now());
    return days;
  }
}

const OUTSIDE = 'En dehors des heures d’ouverture\u202f: le lieu devra donner son accord.';

/** A series leaves holidays out; who books one day knows which day it is. */
function outcomeOf(room: BookableRoom, state: PeriodState, { isHost, isSeries }: { isHost: boolean; isSeries: boolean }): Pick<Occurrence, 'outcome' | 'detail'> {
  if (state.takenFor !== null) return { outcome: 'taken', detail: takenInWords(room, state) };
  if (state.closure !== null && !isHost) return { outcome: 'closed', detail: closedInWords(room, state) };
  if (state.holiday !== null && isSeries) return { outcome: 'holiday', detail: `Jour férié\u202f: ${state.holiday}.` };
  return { outcome: isConfirmed(room, state, isHost) ? 'confirmed' : 'held', detail: state.isOpen === false && !isHost ? OUTSIDE : null };
}

const told = ({ period: _, ...occurrence }: Planned): Occurrence => occurrence;
