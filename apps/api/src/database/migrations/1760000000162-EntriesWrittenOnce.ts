import { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry of the search is written once per change: its offers and the values that facets count are read from two views. */
export class EntriesWrittenOnce1760000000162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      -- Sessions that take requests, or did within a month.
      create view training.offer as
        select s.course_id, s.id as session_id, s.starts_at, s.enrolment_closes_at as closes_at, (s.starts_at at time zone s.time_zone)::date as day,
               v.departement_code as departement, v.id as venue_id, s.seats_taken < s.capacity as free
          from training.session s join venues.venue v on v.id = s.venue_id
         where s.status in ('open', 'confirmed') and s.enrolment_closes_at > now() - interval '30 days';

      -- What facets count a course under, and until when: always for its own values, until the requests close for those of a session.
      create view training.facet as
        select e.course_id, f.facet, f.value, 'infinity'::timestamptz as until from training.course_entry e cross join lateral (
            select 'category' as facet, unnest(e.audiences) as value union all select 'metier', unnest(e.metiers) union all select 'competency', unnest(e.competencies)::text
            union all select 'modality', e.modality union all select 'theme', e.theme union all select 'cost', e.financing_regime) f
        union all
        select o.course_id, f.facet, f.value, o.closes_at from training.offer o cross join lateral (
            values ('departement', o.departement), ('venue', o.venue_id::text), ('month', to_char(o.day, 'YYYY-MM')), ('free', case when o.free then 'true' end)) f (facet, value)
         where f.value is not null;

      create or replace function training.facet_ids(id uuid, at timestamptz) returns integer[] language sql stable
        return array(select distinct (select v.id from training.facet_value v where v.facet = f.facet and v.value = f.value)
                       from training.facet f where f.course_id = facet_ids.id and f.until > facet_ids.at order by 1);
      drop function training.facets_at;

      create or replace function training.index_offers(ids uuid[]) returns void language plpgsql as $$
      begin
        perform from training.course where id = any(ids) order by id for share;
        perform from training.course_entry where course_id = any(ids) order by course_id for update;
        insert into training.facet_value (facet, value)
          select distinct f.facet, f.value from training.facet f
           where f.course_id = any(ids) and not exists (select from training.facet_value v where v.facet = f.facet and v.value = f.value) order by 1, 2
          on conflict do nothing;
        update training.course_entry e set (sessions, starts, closes, days, departements, venues, free, facets, next_close) = (
            select coalesce(array_agg(o.session_id order by o.starts_at, o.session_id), '{}'), coalesce(array_agg(o.starts_at order by o.starts_at, o.session_id), '{}'),
                   coalesce(array_agg(o.closes_at order by o.starts_at, o.session_id), '{}'), coalesce(array_agg(o.day order by o.starts_at, o.session_id), '{}'),
                   coalesce(array_agg(o.departement order by o.starts_at, o.session_id), '{}'), coalesce(array_agg(o.venue_id order by o.starts_at, o.session_id), '{}'),
                   coalesce(array_agg(o.free order by o.starts_at, o.session_id), '{}'),
                   training.facet_ids(e.course_id, now()), min(o.closes_at) filter (where o.closes_at > now())
              from training.offer o where o.course_id = e.course_id)
         where e.course_id = any(ids);
      end $$;

      -- The stems of the title, to tell at once whether it says all that is asked.
      alter table training.course_entry add column named tsvector not null default '';
      create or replace function training.index_courses(ids uuid[]) returns void language plpgsql as $$
      begin
        delete from training.course_entry e using training.course c where c.id = e.course_id and c.id = any(ids) and c.status <> 'published';
        insert into training.course_entry (course_id, title, modality, theme, financing_regime, audiences, metiers, competencies, head, words, named)
          select c.id, platform.fold(c.title), c.modality, c.theme, c.financing_regime, c.audience_categories,
                 array(select metier_code from training.course_metier where course_id = c.id), array(select competency_id from training.course_competency where course_id = c.id),
                 head, strip(head || training.roots(t.others)), strip(training.roots(t.first))
            from training.course c join training.course_text t on t.id = c.id
            cross join lateral (select setweight(training.roots(t.first), 'A') || setweight(training.roots(t.second), 'B') || setweight(training.roots(t.third), 'C') as head) h
           where c.id = any(ids) and c.status = 'published'
          on conflict (course_id) do update set title = excluded.title, modality = excluded.modality, theme = excluded.theme,
            financing_regime = excluded.financing_regime, audiences = excluded.audiences, metiers = excluded.metiers,
            competencies = excluded.competencies, head = excluded.head, words = excluded.words, named = excluded.named;
        -- In one order, so that two sheets published at once never wait for each other's words; those already known are not read again.
        insert into training.word (word, written, root, family)
          select word, max(written), training.root(word), training.family(word)
            from (select distinct regexp_split_to_table(lower(concat_ws(' ', t.first, t.second, t.third, t.others)), '[^[:alnum:]]+') as written
                    from training.course_text t join training.course_entry e on e.course_id = t.id where t.id = any(ids)) d
            cross join lateral (select platform.fold(written) as word) b
           where word ~ '^[a-z0-9]{2,40}$' and not exists (select from training.word k where k.word = b.word)
           group by word having training.root(word) is not null order by word
          on conflict do nothing;
        perform training.index_offers(ids);
      end $$;

      -- What every search reads lies in the row; stems, read of a few, lie apart. Rows are rewritten below.
      alter table training.course_entry set (toast_tuple_target = 800), alter column head set storage external, alter column named set storage main,
        alter column facets set storage main, alter column audiences set storage main, alter column metiers set storage main,
        alter column competencies set storage main, alter column sessions set storage main, alter column starts set storage main,
        alter column closes set storage main, alter column days set storage main, alter column departements set storage main,
        alter column venues set storage main, alter column free set storage main;
      select training.index_courses(array(select id from training.course where status = 'published'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
