import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MOST_ROOMS, MOST_TRAINERS, type NamedThing, type SlotSearch } from './slot-search.dto';

/** Seconds since 1970: `[from, to]`. */
type Seconds = [number, number];

export interface Centre {
  latitude: number;
  longitude: number;
}

interface RoomRow {
  id: string;
  name: string;
  capacity: number;
  busy: Seconds[];
}
export interface VenueRow {
  id: string;
  slug: string;
  name: string;
  communeName: string | null;
  departementCode: string | null;
  timeZone: string;
  latitude: number | null;
  longitude: number | null;
  km: number | null;
  weekHours: [number, number][] | null;
  closures: [string, string][];
  holidays: string[];
  /** Large enough. */
  rooms: RoomRow[];
  smallRooms: number;
  /** Those of its rooms that were asked by name, large enough or not. */
  asked: string[];
}
export interface TrainerRow {
  id: string;
  displayName: string;
  specialities: string[];
  busy: [...Seconds, venueId: string][];
}
export interface SpotRow {
  id: string;
  name: string;
  departementCode: string | null;
  latitude: number | null;
  longitude: number | null;
}
export interface ThingRow {
  id: string;
  venueId: string;
  roomId: string | null;
  /** Which of the things asked it is, from 0. */
  rank: number;
  quantity: number;
  busy: [...Seconds, quantity: number][];
}

const seconds = (period: string) => `extract(epoch from lower(${period}))::bigint, extract(epoch from upper(${period}))::bigint`;
const POSITION = 'coalesce(v.latitude, c.lat) as latitude, coalesce(v.longitude, c.lon) as longitude';
/** Somebody may come from, or leave for, the other end of the world. */
const AROUND = `interval '3 days'`;
/** By its ends: the indexes of busy times are in the order of the last. */
const during = (period: string, margin = `interval '0'`) => `upper(${period}) > ($1::date)::timestamptz - ${margin} and lower(${period}) < ($2::date + 1)::timestamptz + ${margin}`;

/** What is asked of the database for common slots: each thing once, whatever the number of rooms, trainers and days. */
@Injectable()
export class SlotSearchQueries {
  constructor(private readonly db: Database) {}

  /** The course, when it may have sessions, and the middle of the commune. */
  start(courseId: string, commune: string | undefined): Promise<{ status: string; centre: Centre | null; hasCommune: boolean } | undefined> {
    return this.db.one(
      `select k.status, c.code is not null as "hasCommune",
              case when c.lat is not null then jsonb_build_object('latitude', c.lat, 'longitude', c.lon) end as centre
         from training.course k left join identity.commune c on c.code = $2 where k.id = $1`,
      [courseId, commune ?? null],
    );
  }

  /** Published places that were named, whose rooms were named, or that are near; with what their rooms are kept for. */
  venues({ from, until, venueIds = [], roomIds = [], capacity, radius }: SlotSearch, centre: Centre | null): Promise<VenueRow[]> {
    return this.db.query<VenueRow>(
      `with near as (
         select v.id, case when $6::float8 is not null then venues.distance(v.latitude, v.longitude, $6, $7) / 1000 end as km from venues.venue v
          where v.status = 'published' and (
            v.id = any($3::uuid[]) or v.id in (select venue_id from venues.room where id = any($4::uuid[]))
            or ($8::int is not null and v.map_point <@ venues.reach($6, $7, $8 * 1000) and venues.distance(v.latitude, v.longitude, $6, $7) <= $8 * 1000))),
       room as materialized (
         select r.id, r.venue_id, r.name, r.capacity from venues.room r join near n on n.id = r.venue_id
          where r.retired_at is null and (r.id = any($4::uuid[]) or r.venue_id = any($3::uuid[])
             or ($8::int is not null and n.km <= $8))
          order by n.km nulls first, r.venue_id, r.name limit ${MOST_ROOMS + 1})
       select v.id, v.slug, v.name, v.commune_name as "communeName", v.departement_code as "departementCode", v.time_zone as "timeZone", ${POSITION}, n.km,
              (select json_agg(json_build_array(lower(w), upper(w)) order by w) from unnest(v.week_hours) w) as "weekHours",
              coalesce((select json_agg(json_build_array(lower(k.period), upper(k.period) - 1)) from venues.closure k
                 where k.venue_id = v.id and k.period && daterange($1::date, $2::date, '[]')), '[]') as closures,
              coalesce((select json_agg(h.date) from identity.public_holiday h where h.territory = v.holiday_territory and h.date between $1::date and $2::date), '[]') as holidays,
              coalesce(o.rooms, '[]') as rooms, o.small as "smallRooms", o.asked
         from (select r.venue_id, count(*) filter (where r.capacity < $5)::int as small, coalesce(json_agg(r.id) filter (where r.id = any($4::uuid[])), '[]') as asked,
                      json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'busy', b.busy) order by r.name) filter (where r.capacity >= $5) as rooms
                 from room r cross join lateral (
                   select coalesce(json_agg(json_build_array(${seconds('b.period')}) order by lower(b.period)), '[]') as busy from venues.booking b
                    where b.room_id = r.id and b.status in ('held', 'confirmed') and ${during('b.period')}) b
                group by r.venue_id) o
         join venues.venue v on v.id = o.venue_id join near n on n.id = v.id left join identity.commune c on c.code = v.commune_code
        order by n.km nulls first, v.search_text, v.id`,
      [from, until, venueIds, roomIds, capacity, centre?.latitude ?? null, centre?.longitude ?? null, centre && radius ? radius : null],
    );
  }

  /** Admitted trainers, by name, by speciality or by what they teach, with where they already are. */
  trainers({ from, until, trainerIds = [], speciality, competencyIds = [], courseId }: SlotSearch): Promise<TrainerRow[]> {
    return this.db.query<TrainerRow>(
      `select t.person_id as id, p.given_name || ' ' || p.family_name as "displayName", t.specialities, b.busy
         from trainers.trainer t join identity.person p on p.id = t.person_id
         cross join lateral (
           select coalesce(json_agg(json_build_array(${seconds('a.period')}, s.venue_id) order by lower(a.period)), '[]') as busy
             from trainers.assignment a join training.session s on s.id = a.session_id
            where a.trainer_id = t.person_id and a.active and ${during('a.period', AROUND)}) b
        where t.status = 'admitted' and p.active and (t.person_id = any($3::uuid[]) or $4 = any(t.specialities)
            or (cardinality($5::uuid[]) > 0 and not exists (
                select from unnest($5::uuid[]) asked (id) left join training.course_competency k on k.course_id = $6 and k.competency_id = asked.id
                 where not exists (select from trainers.trainer_competency h where h.trainer_id = t.person_id and h.competency_id = asked.id and (k.level is null or h.level >= k.level)))))
        order by t.person_id = any($3::uuid[]) desc, json_array_length(b.busy), p.family_name, p.given_name, t.person_id limit ${MOST_TRAINERS}`,
      [from, until, trainerIds, speciality ?? null, competencyIds, courseId],
    );
  }

  spots(venueIds: readonly string[]): Promise<SpotRow[]> {
    return this.db.query<SpotRow>(
      `select v.id, v.name, v.departement_code as "departementCode", ${POSITION}
         from venues.venue v left join identity.commune c on c.code = v.commune_code where v.id = any($1::uuid[])`,
      [venueIds],
    );
  }

  /** Things of these rooms or of their places whose name holds each name asked, with what is kept of them. */
  things({ from, until }: SlotSearch, venueIds: readonly string[], asked: readonly NamedThing[]): Promise<ThingRow[]> {
    return this.db.query<ThingRow>(
      `select e.id, e.venue_id as "venueId", e.room_id as "roomId", (a.n - 1)::int as rank, e.quantity, b.busy
         from unnest($4::text[]) with ordinality a (name, n)
         join venues.equipment e on e.venue_id = any($3::uuid[]) and e.retired_at is null and strpos(platform.fold(e.name), platform.fold(a.name)) > 0
         cross join lateral (
           select coalesce(json_agg(json_build_array(${seconds('k.period')}, be.quantity) order by lower(k.period)), '[]') as busy
             from venues.booking_equipment be join venues.booking k on k.id = be.booking_id
            where be.equipment_id = e.id and k.status in ('held', 'confirmed') and ${during('k.period')}) b
        order by e.room_id is null, e.quantity desc, e.id`,
      [from, until, venueIds, asked.map(({ name }) => name)],
    );
  }
}
