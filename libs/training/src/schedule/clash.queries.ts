import type { TrainerStatus } from '@app/trainers';
import { Database, type Period, tstzrange } from '@app/platform';
import type { EquipmentAsk } from '@app/venues';
import { Injectable } from '@nestjs/common';
import type { Spot } from './travel.rules';

export interface BusyRow {
  /** Seconds since 1970. */
  from: number;
  to: number;
  courseTitle: string;
  where: string;
  spot: Spot;
}
export interface CandidateRow {
  id: string;
  displayName: string;
  status: TrainerStatus;
  /** From three days before to three days after. */
  busy: BusyRow[];
  /** Where the room is. */
  here: Spot;
}

/** What a session already keeps, and gives back by moving. */
export interface Own {
  sessionId: string;
  organiserId: string;
  venueId: string;
  bookingIds: string[];
  /** Of the half-days that move. */
  periods: string[];
  equipment: EquipmentAsk[];
}

const SPOT = (v: string, c: string) =>
  `jsonb_build_object('id', ${v}.id, 'latitude', coalesce(${v}.latitude, ${c}.lat), 'longitude', coalesce(${v}.longitude, ${c}.lon), 'departementCode', ${v}.departement_code)`;

@Injectable()
export class ClashQueries {
  constructor(private readonly db: Database) {}

  /** The trainers chosen, with what they do around that time and where; those that nobody knows are left out. */
  candidates(trainerIds: readonly string[], venueId: string, { from, to }: Period, own?: Own): Promise<CandidateRow[]> {
    return this.db.query<CandidateRow>(
      `select t.person_id as id, p.given_name || ' ' || p.family_name as "displayName", case when p.active then t.status else 'left' end as status, b.busy,
              (select ${SPOT('v', 'c')} from venues.venue v left join identity.commune c on c.code = v.commune_code where v.id = $2) as here
         from unnest($1::uuid[]) asked (id) join trainers.trainer t on t.person_id = asked.id join identity.person p on p.id = t.person_id
         cross join lateral (
           select coalesce(jsonb_agg(jsonb_build_object('from', extract(epoch from lower(a.period)), 'to', extract(epoch from upper(a.period)), 'courseTitle', k.title,
                    'where', concat_ws(', ', v.name, v.commune_name), 'spot', ${SPOT('v', 'c')}) order by lower(a.period)), '[]') as busy
             from trainers.assignment a join training.session s on s.id = a.session_id join training.course k on k.id = s.course_id
             join venues.venue v on v.id = s.venue_id left join identity.commune c on c.code = v.commune_code
            where a.trainer_id = t.person_id and a.active and a.period && $3::tstzrange
              and not ($4::uuid is not null and a.session_id = $4 and a.period = any($5::tstzrange[]))) b
        order by p.family_name, p.given_name, t.person_id`,
      [trainerIds, venueId, tstzrange(new Date(from.getTime() - AROUND_MS), new Date(to.getTime() + AROUND_MS)), own?.sessionId ?? null, own?.periods ?? []],
    );
  }

  /** What these half-days of a session keep, or all of them. */
  own(sessionId: string, slotIds: readonly string[] | null): Promise<Own | undefined> {
    return this.db.one<Own>(
      `with half as materialized (
         select t.period, t.booking_id from training.session_slot t where t.session_id = $1 and ($2::uuid[] is null or t.id = any($2)))
       select s.id as "sessionId", s.organiser_id as "organiserId", s.venue_id as "venueId",
              array(select booking_id::text from half) as "bookingIds", array(select period::text from half) as periods,
              coalesce((select jsonb_agg(jsonb_build_object('equipmentId', e.id, 'quantity', e.most)) from (
                select be.equipment_id as id, max(be.quantity) as most from half h join venues.booking_equipment be on be.booking_id = h.booking_id group by 1) e), '[]') as equipment
         from training.session s where s.id = $1`,
      [sessionId, slotIds],
    );
  }
}

const AROUND_MS = 3 * 86_400_000;
