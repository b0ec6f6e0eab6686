import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A place by its commune, or by its postal code when its commune is unknown. */
const BUCKET = (alias: string) => `coalesce(${alias}.commune_code, ${alias}.postal_code)`;
const DEGREE = 0.0093; // a little more than a kilometre of latitude
/** A list whose places all bear one name must not propose each with every other. */
const MOST = 5;
const CLOSE = 0.0011; // a little more than a hundred metres
/** Over so many places, those of a commune are no longer compared each with each: only those that follow one another by name, then by street. */
const CROWD = 250;
const NEIGHBOURS = 10;

/**
 * Pairs of places that look alike, at least one of them among `scope` (a list of ids in SQL). They are looked for in the
 * same commune, and within a hundred metres whatever the commune: 100,000 places are never compared two by two, even when
 * they are all in one commune (sorted neighbourhoods: Hernández and Stolfo, 1995).
 */
const findPairs = (scope: string) => `
  with touched as materialized (
    select v.id, v.latitude, v.longitude, ${BUCKET('v')} as bucket from venues.venue v where v.id in (${scope}) and v.merged_into is null),
  crowded as materialized (
    select t.bucket from (select distinct bucket from touched) t
     where (select count(*) from (select 1 from venues.venue v where ${BUCKET('v')} = t.bucket and v.merged_into is null limit ${CROWD + 1}) few) > ${CROWD}),
  followed as (
    select v.id, array_agg(v.id) over by_name as by_name, array_agg(v.id) over by_street as by_street
      from venues.venue v where ${BUCKET('v')} in (select bucket from crowded) and v.merged_into is null
    window by_name as (partition by ${BUCKET('v')} order by venues.name_key(v.name), v.id rows between 1 following and ${NEIGHBOURS} following),
           by_street as (partition by ${BUCKET('v')} order by venues.street_key(v.address), venues.name_key(v.name), v.id rows between 1 following and ${NEIGHBOURS} following)),
  near as (
    select least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id
      from touched a join venues.venue b on ${BUCKET('b')} = a.bucket and b.id <> a.id and b.merged_into is null
     where a.bucket not in (select bucket from crowded)
       and (a.latitude is null or b.latitude is null or abs(a.latitude - b.latitude) < ${DEGREE})
    union
    select least(f.id, b.id), greatest(f.id, b.id) from followed f cross join unnest(f.by_name || f.by_street) b (id)
     where f.id in (select id from touched) or b.id in (select id from touched)
    union
    select least(a.id, b.id), greatest(a.id, b.id)
      from touched a cross join lateral (
        select v.id from venues.venue v
         where v.latitude between a.latitude - ${CLOSE} and a.latitude + ${CLOSE}
           and v.longitude between a.longitude - 3 * ${CLOSE} and a.longitude + 3 * ${CLOSE} and v.id <> a.id and v.merged_into is null
         limit ${CROWD}) b
     where a.bucket is null or a.bucket not in (select bucket from crowded)),
  keyed as materialized (
    select v.id, venues.name_key(v.name) as name_key, venues.street_key(v.address) as street_key, v.pivot, v.latitude, v.longitude
      from venues.venue v where v.id in (select first_id from near union select second_id from near)),
  compared as (
    select n.first_id, n.second_id, similarity(a.name_key, b.name_key) as name_similarity,
           venues.metres(a.latitude, a.longitude, b.latitude, b.longitude) as metres,
           coalesce(a.street_key = b.street_key, false) as same_street, coalesce(a.pivot = b.pivot, false) as same_pivot
      from near n join keyed a on a.id = n.first_id join keyed b on b.id = n.second_id),
  likely as (
    select *, (0.6 * name_similarity + 0.15 * same_street::int + 0.25 * same_pivot::int
               + case when metres is null then 0 else 0.2 * greatest(0, 1 - metres / 1000.0) end)::real as score
      from compared
     where coalesce(metres, 0) <= 1000
       and (name_similarity >= 0.8
         or name_similarity >= 0.45 and (same_street or coalesce(metres <= 50, false))
         or same_pivot and (same_street or coalesce(metres <= 200, false) or metres is null and name_similarity >= 0.45))),
  ranked as (
    select *, row_number() over (partition by first_id order by score desc, second_id) as rank_first,
           row_number() over (partition by second_id order by score desc, first_id) as rank_second from likely),
  alike as (select * from ranked where rank_first <= ${MOST} and rank_second <= ${MOST})`;

@Injectable()
export class DuplicateFinder {
  constructor(private readonly db: Database) {}

  /**
   * Proposes what looks alike among these places and all others, and takes back what does not any more; what a person
   * decided stays. Answers how many pairs are proposed. `scope` is SQL of ours, `ids` its only parameter.
   */
  async propose(scope: string, ids: string[] = []): Promise<number> {
    await this.db.takesLong(120);
    const told = ids.length ? [ids] : [];
    const [counted] = await this.db.query<{ n: number }>(
      `${findPairs(scope)},
       stale as (
         delete from venues.duplicate d where d.status = 'proposed'
            and (d.first_id in (select id from touched) or d.second_id in (select id from touched))
            and not exists (select 1 from alike p where p.first_id = d.first_id and p.second_id = d.second_id)
            and not exists (select 1 from venues.merge m where m.duplicate_id = d.id)),
       kept as (
         insert into venues.duplicate (first_id, second_id, score, name_similarity, distance_metres, same_street, same_pivot)
         select first_id, second_id, score, name_similarity, metres, same_street, same_pivot from alike
         on conflict (first_id, second_id) do update set score = excluded.score, name_similarity = excluded.name_similarity,
           distance_metres = excluded.distance_metres, same_street = excluded.same_street, same_pivot = excluded.same_pivot
          where duplicate.status = 'proposed' returning 1)
       select count(*)::int as n from kept`,
      told,
    );
    return counted!.n;
  }

  /** For places made or changed by hand. */
  proposeFor(venueId: string): Promise<number> {
    return this.db.tx(() => this.propose('select unnest($1::uuid[])', [venueId]));
  }
}
