import { Database } from '@app/platform';
import { WAITING_RANK } from '@app/training';
import { Injectable } from '@nestjs/common';
import type { AskFacts, AskedSessionFacts, AttestationFacts, BookingFacts, ClaimFacts, DatedSessionFacts, EnrolmentFacts, MinimumFacts, ProposalFacts, SessionChangeFacts, SessionFacts, SlotFacts } from './facts';

const SESSION = `
  s.id as "sessionId", s.code, c.title as "courseTitle", s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.time_zone as "timeZone", s.cancel_reason as "cancelReason", v.name as "venueName", v.commune_name as "communeName"`;
const FROM_SESSION = `
  training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id`;

const ENROLMENT = `
  e.id as "enrolmentId", e.number, e.reason, ${WAITING_RANK} as "waitingRank", e.step, e.offer_until as "offerUntil", e.agent_id as "agentId",
  e.employer_id as "employerId", p.given_name || ' ' || p.family_name as "agentName", ${SESSION}`;
const FROM_ENROLMENT = `
  training.enrolment e join identity.person p on p.id = e.agent_id
  join (${FROM_SESSION}) on s.id = e.session_id`;

const SLOT = `json_build_object('startsAt', lower(x.period), 'endsAt', upper(x.period), 'status', x.status)`;

const SLOTS = `
  coalesce((select json_agg(${SLOT} order by x.period) from training.session_slot t join venues.booking x on x.id = t.booking_id where t.session_id = s.id), '[]') as slots`;

const NAMES = (ids: string) => `array(select n.given_name || ' ' || n.family_name from identity.person n where n.id = any(${ids}) order by n.family_name, n.id)`;

/** What letters are made of, as it stands when they are written. */
@Injectable()
export class FactsQueries {
  constructor(private readonly db: Database) {}

  enrolment(id: string): Promise<EnrolmentFacts | undefined> {
    return this.db.one<EnrolmentFacts>(`select ${ENROLMENT} from ${FROM_ENROLMENT} where e.id = $1`, [id]);
  }

  session(id: string): Promise<SessionFacts | undefined> {
    return this.db.one<SessionFacts>(`select ${SESSION} from ${FROM_SESSION} where s.id = $1`, [id]);
  }

  async datedSession(id: string): Promise<DatedSessionFacts | undefined> {
    const session = await this.db.one<Omit<DatedSessionFacts, 'slots'> & { slots: Stored<SlotFacts>[] }>(
      `select ${SESSION}, r.name as "roomName", ${SLOTS} from ${FROM_SESSION} join venues.room r on r.id = s.room_id where s.id = $1`,
      [id],
    );
    return session && { ...session, slots: session.slots.map(dated) };
  }

  async sessionChange(id: string): Promise<SessionChangeFacts | undefined> {
    const change = await this.db.one<Omit<SessionChangeFacts, 'slots'> & { slots: Stored<SlotFacts>[] }>(
      `select ${SESSION}, s.status, h.what, h.reason, r.name as "roomName", lower(h.from_period) as "beforeStartsAt", upper(h.from_period) as "beforeEndsAt",
              ${NAMES('h.from_trainers')} as "fromTrainers", ${NAMES('h.to_trainers')} as "toTrainers",
              ${SLOTS}
         from training.session_change h join (${FROM_SESSION}) on s.id = h.session_id join venues.room r on r.id = s.room_id where h.id = $1`,
      [id],
    );
    return change && { ...change, slots: change.slots.map(dated) };
  }

  minimum(id: string): Promise<MinimumFacts | undefined> {
    return this.db.one<MinimumFacts>(
      `select ${SESSION}, s.status, s.organiser_id as "organiserId", s.seats_taken as "seatsTaken", s.min_seats as "minSeats", s.decide_by::text as "decideBy" from ${FROM_SESSION} where s.id = $1`,
      [id],
    );
  }

  proposal({ bookingId, roomId, by, startsAt, endsAt }: { bookingId: string; roomId: string; by: string; startsAt: string; endsAt: string }): Promise<ProposalFacts | undefined> {
    return this.db.one(
      `select s.code as "sessionCode", c.title as "courseTitle", s.organiser_id as "organiserId", p.given_name || ' ' || p.family_name as "hostName",
              v.name as "venueName", r.name as "roomName", v.time_zone as "timeZone", $4::timestamptz as "startsAt", $5::timestamptz as "endsAt"
         from training.session_slot t join (${FROM_SESSION}) on s.id = t.session_id
         join venues.room r on r.id = $2 join identity.person p on p.id = $3 where t.booking_id = $1`,
      [bookingId, roomId, by, startsAt, endsAt],
    );
  }

  /** What was asked of one trainer together, or what they answered together; the soonest session first. */
  async asks(where: string, value: string | string[]): Promise<AskFacts | undefined> {
    const rows = await this.db.query<Omit<AskFacts, 'sessions'> & Omit<AskedSessionFacts, 'slots'> & { slots: Stored<{ startsAt: Date; endsAt: Date }>[] }>(
      `select k.trainer_id as "trainerId", p.given_name || ' ' || p.family_name as "trainerName", s.organiser_id as "organiserId", o.name as "organiserName", k.reason,
              s.code as "sessionCode", c.title as "courseTitle", concat_ws(', ', v.name, v.commune_name) as "where", s.time_zone as "timeZone",
              coalesce((select json_agg(json_build_object('startsAt', lower(t.period), 'endsAt', upper(t.period)) order by t.period) from training.session_slot t where t.session_id = s.id), '[]') as slots
         from trainers.ask k join (${FROM_SESSION}) on s.id = k.session_id join identity.person p on p.id = k.trainer_id join identity.organisation o on o.id = s.organiser_id
        where ${where} order by s.starts_at, k.id`,
      [value],
    );
    const [first] = rows;
    if (!first) return undefined;
    const sessions = rows.map(({ sessionCode, courseTitle, where: place, timeZone, slots }) => ({
      sessionCode, courseTitle, where: place, timeZone, slots: slots.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })),
    }));
    const { trainerId, trainerName, organiserId, organiserName, reason } = first;
    return { trainerId, trainerName, organiserId, organiserName, reason, sessions };
  }

  attestation(id: string): Promise<AttestationFacts | undefined> {
    return this.db.one<AttestationFacts>(
      `select ${ENROLMENT}, a.code as "attestationCode", a.hours::float8 as hours
         from training.attestation a join (${FROM_ENROLMENT}) on e.id = a.enrolment_id where a.id = $1`,
      [id],
    );
  }

  claim(id: string): Promise<ClaimFacts | undefined> {
    return this.db.one<ClaimFacts>(
      `select c.person_id as "personId", p.given_name || ' ' || p.family_name as "claimantName", o.name as "organisationName",
              v.id as "venueId", v.name as "venueName", concat_ws(', ', v.address, nullif(concat_ws(' ', v.postal_code, v.commune_name), '')) as "venueAddress",
              v.time_zone as "timeZone", c.deadline, c.reason, c.sent_to as "sentTo", c.link_token as "linkToken",
              v.operator_id is not null as "isHeld"
         from venues.claim c join venues.venue v on v.id = c.venue_id join identity.organisation o on o.id = c.organisation_id
         join identity.person p on p.id = c.person_id where c.id = $1`,
      [id],
    );
  }

  async booking(id: string): Promise<BookingFacts | undefined> {
    const booking = await this.db.one<StoredBooking>(`${BOOKING} where b.id = $1`, [id]);
    return booking && { ...booking, demand: booking.demand.map(dated), together: booking.together.map(dated) };
  }

  /** The first booking of a demand that still waits for its host. */
  async heldDemand(demandId: string): Promise<BookingFacts | undefined> {
    const first = await this.db.one<{ id: string }>(
      `select id from venues.booking where demand_id = $1 and status = 'held' order by lower(period) limit 1`,
      [demandId],
    );
    return first && this.booking(first.id);
  }
}

type StoredBooking = Omit<BookingFacts, 'demand' | 'together'> & { demand: Stored<SlotFacts>[]; together: Stored<SlotFacts>[] };

const BOOKING = `
  select lower(b.period) as "startsAt", upper(b.period) as "endsAt", b.status, b.demand_id as "demandId", d.demand, d."togetherId", d.together,
         v.name as "venueName", r.name as "roomName", v.time_zone as "timeZone", b.purpose, b.reason, b.answer_by as "answerBy", b.decided_by as "decidedBy",
         b.requested_by as "requestedBy", p.given_name || ' ' || p.family_name as "requesterName", v.operator_id as "operatorId",
         coalesce((select json_agg(json_build_object('name', e.name, 'quantity', be.quantity) order by e.name)
            from venues.booking_equipment be join venues.equipment e on e.id = be.equipment_id where be.booking_id = b.id), '[]') as equipment
    from venues.booking b join venues.venue v on v.id = b.venue_id join venues.room r on r.id = b.room_id
    join identity.person p on p.id = b.requested_by
    cross join lateral (
      select json_agg(${SLOT} order by lower(x.period)) as demand,
             json_agg(${SLOT} order by lower(x.period)) filter (where x.status = b.status and x.decided_at is not distinct from b.decided_at) as together,
             (array_agg(x.id order by x.id) filter (where x.status = b.status and x.decided_at is not distinct from b.decided_at))[1] as "togetherId"
        from venues.booking x where x.demand_id = b.demand_id) d`;

/** As JSON writes it: instants are text. */
type Stored<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };

const dated = ({ startsAt, endsAt, status }: Stored<SlotFacts>): SlotFacts => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  status,
});
