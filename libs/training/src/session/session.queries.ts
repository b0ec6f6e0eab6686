import { Actor, Clock, cursorKey, Database, notFound, page, PageQuery, type Period } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ENROLLABLE, sessionLifecycle } from './session.rules';
import type { ManagedSession, ManagedSessionPage, ManagedSessions, MySession, MySessionPage, SessionDetail } from './session.dto';
import { manages, sees } from './session.policy';

const ROW = `
         s.id, s.code, s.status, c.title as "courseTitle", s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
         v.name as "venueName", v.commune_name as "communeName", s.capacity, s.seats_taken as "seatsTaken", s.enrolment_closes_at as "enrolmentClosesAt",
         (select count(*)::int from training.enrolment e where e.session_id = s.id and e.status = 'submitted') as "submittedCount",
         (select count(*)::int from training.enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount"`;
const FROM = 'training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id';

const NAMES = (ids: string) => `array(select p.given_name || ' ' || p.family_name from identity.person p where p.id = any(${ids}) order by p.family_name, p.id)`;

export interface Readiness {
  courseStatus: string;
  bookings: string[];
  trainers: { displayName: string; status: string }[];
}

const byStart = ({ startsAt, id }: ManagedSession) => [new Date(startsAt).toISOString(), id];

@Injectable()
export class SessionQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  byCode = (code: string, actor: Actor | null): Promise<SessionDetail> => this.detail('s.code = $1', code.slice(0, 20).toUpperCase(), actor);
  byId = (id: string, actor: Actor | null): Promise<SessionDetail> => this.detail('s.id = $1', id, actor);

  async managed(actor: Actor, { status, requests, from, cursor, limit }: ManagedSessions): Promise<ManagedSessionPage> {
    const [startsAt, id] = cursorKey(cursor, 'instant', 'uuid') ?? [null, null];
    const rows = await this.db.query<ManagedSession>(
      `select ${ROW} from ${FROM}
        where s.organiser_id = any($1) and ($2::text is null or s.status = $2)
          and ($7::text is null or (s.enrolment_closes_at <= $8) = ($7 = 'closed'))
          and ($3::date is null or s.starts_at >= $3::date::timestamp at time zone 'Europe/Paris')
          and ($4::timestamptz is null or (s.starts_at, s.id) > ($4::timestamptz, $5::uuid))
        order by s.starts_at, s.id limit $6`,
      [actor.organisationIds('course_manager'), status ?? null, from ?? null, startsAt, id, limit + 1, requests ?? null, this.clock.now()],
    );
    return page(rows, limit, byStart);
  }

  /** The sessions that ask for a trainer or have them, soonest first; those of the last year included. */
  async mine(actor: Actor, { cursor, limit }: PageQuery): Promise<MySessionPage> {
    const [startsAt, id] = cursorKey(cursor, 'instant', 'uuid') ?? [null, null];
    const rows = await this.db.query<MySession>(
      `select ${ROW}, jsonb_build_object('id', k.id, 'status', k.status, 'askedAt', k.asked_at, 'answeredAt', k.answered_at, 'version', k.version) as ask
         from trainers.ask k join (${FROM}) on s.id = k.session_id
        where k.trainer_id = $1 and k.live and s.starts_at > $2::timestamptz - interval '1 year'
          -- Relieved, then asked once more: the last one tells.
          and not exists (select from trainers.ask l where l.session_id = k.session_id and l.trainer_id = k.trainer_id and l.live and l.id > k.id)
          and ($3::timestamptz is null or (s.starts_at, s.id) > ($3::timestamptz, $4::uuid))
        order by s.starts_at, s.id limit $5`,
      [actor.personId, this.clock.now(), startsAt, id, limit + 1],
    );
    return page(rows, limit, byStart);
  }

  /** What a session needs before it opens or is confirmed. */
  async readiness(id: string): Promise<Readiness> {
    return (await this.db.one<Readiness>(
      `select c.status as "courseStatus", array(select t.booking_id from training.session_slot t where t.session_id = s.id) as bookings,
              coalesce((select json_agg(json_build_object('displayName', p.given_name || ' ' || p.family_name, 'status', k.status) order by p.family_name, p.id)
                from trainers.ask k join identity.person p on p.id = k.trainer_id where k.session_id = s.id and k.status in ('asked', 'accepted')), '[]') as trainers
         from training.session s join training.course c on c.id = s.course_id where s.id = $1`,
      [id],
    ))!;
  }

  /** The half-days to come for which somebody else may be asked, and who of these already is, by name. */
  async toAsk(id: string, trainerIds: readonly string[]): Promise<{ periods: Period[]; asked: string | null }> {
    const rows = await this.db.query<Period & { asked: string | null }>(
      `select lower(t.period) as "from", upper(t.period) as "to",
              (select p.given_name || ' ' || p.family_name from trainers.ask k join identity.person p on p.id = k.trainer_id
                where k.session_id = $1 and k.status in ('asked', 'accepted') and k.trainer_id = any($3::uuid[]) order by p.family_name limit 1) as asked
         from training.session_slot t where t.session_id = $1 and lower(t.period) > $2 order by t.period`,
      [id, this.clock.now(), trainerIds],
    );
    return { periods: rows.map(({ from, to }) => ({ from, to })), asked: rows[0]?.asked ?? null };
  }

  private async detail(where: string, value: string, actor: Actor | null): Promise<SessionDetail> {
    const row = await this.db.one<Omit<SessionDetail, 'actions'> & { organiserId: string }>(
      `select s.id, s.code, s.status, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
              s.capacity, s.min_seats as "minSeats", s.capacity - s.seats_taken as "seatsLeft", s.enrolment_closes_at as "enrolmentClosesAt",
              s.cancel_reason as "cancelReason", case when $2 @> array[s.organiser_id] then s.decide_by::text end as "decideBy", s.version, s.organiser_id as "organiserId",
              exists (select 1 from training.session_slot t where t.session_id = s.id) and not exists (select 1 from training.session_slot t join venues.booking b on b.id = t.booking_id
                           where t.session_id = s.id and b.status <> 'confirmed') as "roomConfirmed",
              (select count(*)::int from training.enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
              jsonb_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'summary', c.summary,
                'durationHours', c.duration_hours::float8, 'modality', c.modality) as course,
              jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name, 'address', v.address, 'postalCode', v.postal_code,
                'communeName', v.commune_name, 'departementCode', v.departement_code, 'latitude', v.latitude, 'longitude', v.longitude) as venue,
              jsonb_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'wheelchairAccess', r.wheelchair_access) as room,
              coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'date', t.local_date, 'start', to_char(t.starts_local, 'HH24:MI'),
                'end', to_char(t.ends_local, 'HH24:MI'), 'halfDay', t.half_day,
                'room', case when b.status in ('held', 'confirmed') then b.status else 'none' end,
                'booking', case when b.status in ('held', 'confirmed') and $2 @> array[s.organiser_id] then
                  jsonb_build_object('id', b.id, 'startsAt', lower(b.period), 'endsAt', upper(b.period), 'version', b.version) end) order by t.period)
                from training.session_slot t join venues.booking b on b.id = t.booking_id where t.session_id = s.id), '[]') as slots,
              coalesce((select jsonb_agg(jsonb_build_object('changedAt', h.changed_at, 'what', h.what, 'roomName', hr.name, 'venueName', hv.name,
                'startsAt', lower(h.from_period), 'endsAt', upper(h.from_period), 'reason', h.reason,
                'by', (select p.given_name || ' ' || p.family_name from identity.person p where p.id = h.changed_by),
                'fromTrainers', ${NAMES('h.from_trainers')}, 'toTrainers', ${NAMES('h.to_trainers')}) order by h.changed_at desc)
                from training.session_change h join venues.room hr on hr.id = h.from_room_id join venues.venue hv on hv.id = hr.venue_id
               where h.session_id = s.id and $2 @> array[s.organiser_id]), '[]') as changes,
              coalesce((select jsonb_agg(distinct jsonb_build_object('displayName', p.given_name || ' ' || p.family_name))
                from trainers.ask k join identity.person p on p.id = k.trainer_id where k.session_id = s.id and k.status in ('accepted', 'relieved')), '[]') as trainers,
              (select coalesce(bool_and(k.status = 'accepted'), false) from trainers.ask k where k.session_id = s.id and k.status in ('asked', 'accepted')) as "trainersAgreed",
              coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'trainerId', k.trainer_id, 'displayName', p.given_name || ' ' || p.family_name, 'status', k.status,
                'askedAt', k.asked_at, 'answeredAt', k.answered_at, 'reason', k.reason) order by k.asked_at, k.id)
                from trainers.ask k join identity.person p on p.id = k.trainer_id where k.session_id = s.id and $2 @> array[s.organiser_id]), '[]') as asks
         from training.session s
         join training.course c on c.id = s.course_id
         join venues.venue v on v.id = s.venue_id
         join venues.room r on r.id = s.room_id
        where ${where}`,
      [value, actor?.organisationIds('course_manager') ?? []],
    );
    if (!row || !sees(actor, row)) throw notFound('session');
    const { organiserId, ...session } = row;
    return { ...session, actions: this.actions(actor, { ...session, organiserId }) };
  }

  /** What the actor may do now; a session opens once its host has lent the room, and is confirmed once its trainers said yes too. */
  private actions(actor: Actor | null, session: Pick<SessionDetail, 'status' | 'startsAt' | 'enrolmentClosesAt' | 'roomConfirmed' | 'trainersAgreed'> & { organiserId: string }): string[] {
    const enrol = actor?.can('training.enrolment.request') && ENROLLABLE.includes(session.status) && session.enrolmentClosesAt > this.clock.now();
    const managed = manages(actor, session) ? sessionLifecycle.available(session.status)
      .filter((action) => action !== 'postpone' || session.startsAt > this.clock.now())
      .filter((action) => !['open', 'confirm'].includes(action) || (session.roomConfirmed && (action !== 'confirm' || session.trainersAgreed))) : [];
    return [...(enrol ? ['enrol'] : []), ...managed];
  }
}
