import { Actor, conflictAt, Database, invalid, notFound, conflict } from '@app/platform';
import { Trainers } from '@app/trainers';
import { BookingService } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { shortCode } from '../enrolment/codes';
import type { SessionInput } from './session.dto';
import { Session, SessionSlot } from './session.entity';
import type { Slot } from './slots.rules';

export interface Prepared {
  id: string;
  code: string;
}

/** What it takes to keep sessions of a course in a room: all of them, or none. Always inside a transaction. */
@Injectable()
export class SessionPreparation {
  constructor(
    private readonly db: Database,
    private readonly bookings: BookingService,
    private readonly trainers: Trainers,
  ) {}

  /** The course, which may have sessions: locked until the end of the transaction. */
  async course(id: string): Promise<{ title: string }> {
    const course = await this.db.one<{ title: string; status: string }>('select title, status from training.course where id = $1 for share', [id]);
    if (!course) throw notFound('course');
    if (course.status === 'archived') throw conflict('course.archived', 'Cette formation est archivée : publiez-la avant d’ouvrir une session.');
    return course;
  }

  /** Holds the room, in one demand to its host, writes the sessions in this order, and asks the trainers, each in one letter. */
  async keep(actor: Actor, course: { id: string; title: string }, input: SessionInput, room: { venueId: string; timeZone: string }, sessions: readonly (readonly Slot[])[]): Promise<Prepared[]> {
    const organiserId = actor.organisationIds('course_manager')[0]!;
    const held = await this.bookings.hold({
      roomId: input.roomId, periods: sessions.flat(), requestedBy: actor.personId, organisationId: organiserId, purpose: course.title, people: input.capacity, equipment: input.equipment,
    });
    const closes = closingOf(input, sessions[0]!);
    const rows = sessions.map((slots) => ({
      code: shortCode('S', 5), courseId: course.id, venueId: room.venueId, roomId: input.roomId, timeZone: room.timeZone, capacity: input.capacity,
      minSeats: input.minSeats ?? 0, enrolmentClosesAt: closes(slots), startsAt: slots[0]!.from, endsAt: slots.at(-1)!.to, organiserId, createdBy: actor.personId,
    }));
    const { identifiers } = await this.db.em.insert(Session, rows);
    const kept = rows.map(({ code }, index) => ({ id: String(identifiers[index]!.id), code }));
    let booking = 0;
    await this.db.em.insert(
      SessionSlot,
      sessions.flatMap((slots, index) => slots.map(({ from: _from, to: _to, ...slot }) => ({ ...slot, sessionId: kept[index]!.id, bookingId: held[booking++]!.id }))),
    );
    await this.trainers.assign({
      trainerIds: input.trainerIds, sessions: sessions.map((periods, index) => ({ id: kept[index]!.id, periods })), timeZone: room.timeZone, by: actor.personId,
    });
    return kept;
  }

  /** The room and its place, still published and large enough, on none of the public holidays of its territory. Locked as for a booking: two that share it first could not both book it then. */
  async room({ roomId, capacity, slots = [] }: Pick<SessionInput, 'roomId' | 'capacity'> & { slots?: SessionInput['slots'] }): Promise<{ venueId: string; timeZone: string }> {
    const room = await this.db.one<{ venueId: string; timeZone: string; capacity: number; holidays: { date: string; name: string }[] }>(
      `select v.id as "venueId", v.time_zone as "timeZone", r.capacity,
              coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name)) from identity.public_holiday h
                 where h.territory = v.holiday_territory and h.date = any($2::date[])), '[]') as holidays
         from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $1 and v.status = 'published' for no key update of r for share of v`,
      [roomId, slots.map(({ date }) => date)],
    );
    if (!room) throw invalid('/roomId', 'session.unknown_room', 'Cette salle n’existe pas, ou son lieu n’est plus publié.');
    if (room.capacity < capacity) throw invalid('/capacity', 'session.over_room', `Cette salle accueille au plus ${room.capacity} personnes.`);
    const [holiday] = room.holidays;
    if (holiday) throw conflictAt(`/slots/${slots.findIndex(({ date }) => date === holiday.date)}/date`, 'session.holiday', `Jour férié\u202f: ${holiday.name}.`);
    return room;
  }
}

/** The last instant to ask for a seat of each session: as long before its start as it is told of the first one. */
function closingOf({ enrolmentClosesAt }: SessionInput, first: readonly Slot[]): (slots: readonly Slot[]) => Date {
  if (!enrolmentClosesAt) return (slots) => slots[0]!.from;
  const closesAt = new Date(enrolmentClosesAt);
  if (closesAt > first.at(-1)!.to) throw invalid('/enrolmentClosesAt', 'session.closes_late', 'Les demandes se closent au plus tard à la fin de la session.');
  const ahead = first[0]!.from.getTime() - closesAt.getTime();
  return (slots) => new Date(slots[0]!.from.getTime() - ahead);
}
