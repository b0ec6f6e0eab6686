import { Actor, cursorId, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { VISIBLE } from '../session/session.rules';
import { LACKS, MOST_ITEMS, type PlannedBy, type PlanningBusy, type PlanningItem, type PlanningNote, type PlanningQuery, type PlanningRow } from './planning.dto';

export type RowOf = Omit<PlanningRow, 'lacks'>;

export interface ItemRow extends Omit<PlanningItem, 'fixed'> {
  isMine: boolean;
  startsAt: Date;
}

/** Of the days asked, with those around for clocks at the other end of the world. */
const AROUND = `tstzrange($2::date - interval '1 day', $3::date + interval '2 days')`;
const SEEN = (mine: string) => `(s.status = any('{${VISIBLE.filter((status) => status !== 'cancelled').join(',')}}') or (s.status = 'draft' and s.organiser_id = any(${mine})))`;

/** Half-days of the days asked whose session is among those asked for: by these delegations, or by all when null. */
const there = (from: string, until: string, organisers: string, mine: string) => `from training.session_slot t join training.session s on s.id = t.session_id
  where t.local_date between ${from}::date and ${until}::date and (${organisers}::uuid[] is null or s.organiser_id = any(${organisers})) and ${SEEN(mine)}`;
const HAS_ROOM = `exists (select 1 from venues.booking k where k.id = t.booking_id and k.status in ('held', 'confirmed'))`;
const THERE = there('$1', '$2', '$3', '$4');

/** $1 from, $2 until, $3 delegations, $4 whose drafts are seen, $5 the one row asked for, $6 département, $7 the last row of the page before, $8 how many. */
const ROWS: Record<PlannedBy, string> = {
  place: `with key as (select v.search_text, v.id, r.name, r.id as room from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $7)
    select r.id, r.name, jsonb_build_object('id', v.id, 'name', v.name, 'communeName', v.commune_name, 'timeZone', v.time_zone, 'capacity', r.capacity) as place
      from venues.room r join venues.venue v on v.id = r.venue_id
     where r.retired_at is null and v.status = 'published' and ($6::text is null or v.departement_code = $6)
       and (v.id = $5::uuid or ($5::uuid is null and v.id in (select s.venue_id ${THERE})))
       and ($7::uuid is null or (v.search_text, v.id, r.name, r.id) > (select * from key))
     order by v.search_text, v.id, r.name, r.id limit $8`,
  trainer: `with pool as (
      select t.person_id as id, p.given_name || ' ' || p.family_name as name, platform.fold(p.family_name || ' ' || p.given_name) as sort_name
        from trainers.trainer t join identity.person p on p.id = t.person_id
       where t.person_id = $5::uuid or ($5::uuid is null and t.person_id in (
         select a.trainer_id from trainers.assignment a where a.active and a.session_id in (
           select s.id ${THERE} and ($6::text is null or s.venue_id in (select id from venues.venue where departement_code = $6)))))),
     key as (select platform.fold(p.family_name || ' ' || p.given_name), p.id from identity.person p where p.id = $7)
    select id, name, null as place from pool where $7::uuid is null or (sort_name, id) > (select * from key) order by sort_name, id limit $8`,
  delegation: `with key as (select platform.fold(o.name), o.id from identity.organisation o where o.id = $7)
    select o.id, o.name, null as place from identity.organisation o
     where (o.id = $5::uuid or ($5::uuid is null and o.id in (
         select s.organiser_id ${THERE} and ($6::text is null or s.venue_id in (select id from venues.venue where departement_code = $6)))))
       and ($7::uuid is null or (platform.fold(o.name), o.id) > (select * from key))
     order by platform.fold(o.name), o.id limit $8`,
};

/** The half-days of each row: $1 rows, $2 from, $3 until. */
const HALVES: Record<PlannedBy, string> = {
  place: `select s.room_id as row_id, t.id from training.session s join training.session_slot t on t.session_id = s.id
    where s.room_id = any($1::uuid[]) and t.local_date between $2::date and $3::date and ${HAS_ROOM}`,
  trainer: `select a.trainer_id as row_id, t.id from unnest($1::uuid[]) r (id) join trainers.assignment a on a.trainer_id = r.id and a.active and a.period && ${AROUND}
    join training.session_slot t on t.session_id = a.session_id and t.period = a.period where t.local_date between $2::date and $3::date`,
  delegation: `select s.organiser_id as row_id, t.id from training.session_slot t join training.session s on s.id = t.session_id
    where s.organiser_id = any($1::uuid[]) and t.local_date between $2::date and $3::date`,
};

/** Half-days to come or under way that no room, or no trainer, is kept for. $5 delegations, $6 the one place asked for, $7 département. */
const LACKING: Partial<Record<PlannedBy, string>> = {
  place: `and not ${HAS_ROOM}`,
  trainer: 'and not exists (select 1 from trainers.assignment a where a.session_id = t.session_id and a.active and a.period = t.period)',
};
const lacking = (what: string) => `select null::uuid as row_id, t.id ${there('$2', '$3', '$5', '$4')} and s.status <> 'closed' ${what}
  and ($6::uuid is null or s.venue_id = $6) and ($7::text is null or s.venue_id in (select id from venues.venue where departement_code = $7))`;

/** What else takes a row, without saying what; a delegation is taken by nothing. */
const TAKEN: Record<PlannedBy, string | null> = {
  place: `select b.room_id as row_id, b.period, v.time_zone from unnest($1::uuid[]) r (id)
      join venues.booking b on b.room_id = r.id and b.status in ('held', 'confirmed') and b.period && ${AROUND} join venues.venue v on v.id = b.venue_id
      left join training.session_slot t on t.booking_id = b.id left join training.session s on s.id = t.session_id
     where s.id is null or not ${SEEN('$4')}`,
  trainer: `select a.trainer_id as row_id, a.period, s.time_zone from unnest($1::uuid[]) r (id)
      join trainers.assignment a on a.trainer_id = r.id and a.active and a.period && ${AROUND} join training.session s on s.id = a.session_id
     where not ${SEEN('$4')}`,
  delegation: null,
};

const organisersOf = ({ by, delegationId, whose }: PlanningQuery, mine: readonly string[]): readonly string[] | null =>
  by !== 'delegation' && delegationId ? [delegationId] : whose === 'mine' ? mine : null;

/** What the planning is made of: each thing once, whatever the number of rows and days. */
@Injectable()
export class PlanningQueries {
  constructor(private readonly db: Database) {}

  /** One more than the limit when others follow. */
  rows(actor: Actor, query: PlanningQuery): Promise<RowOf[]> {
    const { from, until, by, venueId, trainerId, delegationId, departement, cursor, limit } = query;
    const only = { place: venueId, trainer: trainerId, delegation: delegationId }[by];
    const mine = actor.organisationIds('course_manager');
    return this.db.query<RowOf>(ROWS[by], [from, until, organisersOf(query, mine), mine, only ?? null, departement ?? null, cursorId(cursor), limit + 1]);
  }

  /** Those of the rows; on the first page, also those that lack what rows are of. */
  items(actor: Actor, rowIds: readonly string[], query: PlanningQuery): Promise<ItemRow[]> {
    const { from, until, by, venueId, trainerId, departement, cursor } = query;
    const mine = actor.organisationIds('course_manager');
    const what = cursor || trainerId ? undefined : LACKING[by];
    return this.db.query<ItemRow>(
      `with half as materialized (${HALVES[by]} ${what ? `union all ${lacking(what)}` : ''})
       select coalesce(h.row_id::text, '${LACKS}') as "rowId", t.id as "slotId", s.id as "sessionId", s.code, c.title as "courseTitle", s.status, t.local_date::text as date,
              to_char(t.starts_local, 'HH24:MI') as start, to_char(t.ends_local, 'HH24:MI') as "end", s.time_zone as "timeZone",
              v.id as "venueId", v.name as "venueName", v.commune_name as "communeName", r.id as "roomId", r.name as "roomName",
              (select o.name from identity.organisation o where o.id = s.organiser_id) as organiser,
              case when b.status in ('held', 'confirmed') then b.status else 'none' end as room,
              case when b.status in ('held', 'confirmed') and s.organiser_id = any($4) then jsonb_build_object('id', b.id, 'version', b.version) end as booking,
              coalesce((select jsonb_agg(jsonb_build_object('id', k.trainer_id, 'displayName', p.given_name || ' ' || p.family_name, 'status', k.status) order by p.family_name, p.id)
                from trainers.ask k join identity.person p on p.id = k.trainer_id where k.session_id = s.id and k.status in ('asked', 'accepted')), '[]') as trainers,
              s.capacity, s.seats_taken as "seatsTaken", s.enrolment_closes_at as "enrolmentClosesAt", s.organiser_id = any($4) as "isMine", lower(t.period) as "startsAt"
         from half h join training.session_slot t on t.id = h.id join training.session s on s.id = t.session_id join training.course c on c.id = s.course_id
         join venues.booking b on b.id = t.booking_id join venues.venue v on v.id = s.venue_id join venues.room r on r.id = s.room_id
        where ${SEEN('$4')}
        order by t.local_date, t.starts_local, s.code, h.row_id limit ${MOST_ITEMS + 1}`,
      [rowIds, from, until, mine, ...(what ? [organisersOf(query, mine), venueId ?? null, departement ?? null] : [])],
    );
  }

  async busy(actor: Actor, rowIds: readonly string[], { from, until, by }: PlanningQuery): Promise<PlanningBusy[]> {
    const taken = TAKEN[by];
    if (!taken) return [];
    return this.db.query<PlanningBusy>(
      `select * from (
         select row_id as "rowId", (lower(period) at time zone time_zone)::date::text as date, to_char(lower(period) at time zone time_zone, 'HH24:MI') as start,
                case when (upper(period) at time zone time_zone)::date > (lower(period) at time zone time_zone)::date then '24:00' else to_char(upper(period) at time zone time_zone, 'HH24:MI') end as "end"
           from (${taken}) taken) told
        where date between $2::text and $3::text order by date, start, "rowId" limit ${MOST_ITEMS}`,
      [rowIds, from, until, actor.organisationIds('course_manager')],
    );
  }

  /** Closures and public holidays of the places; without places, the holidays of most of the country. */
  notes(rowIds: readonly string[], { from, until, by }: PlanningQuery): Promise<PlanningNote[]> {
    if (by !== 'place')
      return this.db.query<PlanningNote>(
        `select null as "rowId", 'holiday' as kind, date::text as from, date::text as until, name as detail
           from identity.public_holiday where territory = 'metropole' and date between $1 and $2 order by date`,
        [from, until],
      );
    return this.db.query<PlanningNote>(
      `with place as materialized (select r.id as row_id, v.id, v.holiday_territory from venues.room r join venues.venue v on v.id = r.venue_id where r.id = any($1::uuid[]))
       select p.row_id as "rowId", 'closure' as kind, lower(k.period)::text as from, (upper(k.period) - 1)::text as until, k.reason as detail
         from place p join venues.closure k on k.venue_id = p.id and k.period && daterange($2::date, $3::date, '[]')
       union all
       select p.row_id, 'holiday', h.date::text, h.date::text, h.name
         from place p join identity.public_holiday h on h.territory = p.holiday_territory and h.date between $2::date and $3::date
        order by 3, 1`,
      [rowIds, from, until],
    );
  }
}
