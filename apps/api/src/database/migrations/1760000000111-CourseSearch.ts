import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the search of courses reads: one narrow row per published course, the vocabulary of the sheets, and equivalent terms. */
export class CourseSearch1760000000111 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(String.raw`
      create extension if not exists pg_trgm;
      create extension if not exists fuzzystrmatch;

      -- Stems of a text without accents. Letters and figures only: the parser would read a path in « et/ou », and takes a narrow space for a letter.
      create function training.roots(value text) returns tsvector language sql immutable strict parallel safe
        return to_tsvector('pg_catalog.french', regexp_replace(platform.fold(value), '[^a-z0-9]+', ' ', 'g'));
      -- The stem of one word; null when the word says nothing.
      create function training.root(word text) returns text language sql immutable strict parallel safe
        return (ts_lexize('pg_catalog.french_stem', word))[1];
      -- The stem of its masculine singular: « animatrices » and « animateurs » are of one family, « jeu » and « jeux » too.
      create function training.family(word text) returns text language sql immutable strict parallel safe
        return training.root(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          case when length(word) > 1 then word end,
          '([a-z]{3})trice(s?)$', '\1teur\2'), '([a-z]{3})euse(s?)$', '\1eur\2'), '([a-z]{2})ienne(s?)$', '\1ien\2'),
          '([a-z]{3})ere(s?)$', '\1er\2'), '([a-z]{2})ee(s?)$', '\1e\2'), '([a-z]{2})ffe(s?)$', '\1f\2'),
          '(e[a]?u)x$', '\1'), '([a-z]{2})aux$', '\1al'), '([a-z]{3}[aiou])s$', '\1'));

      alter table identity.metier add column other_names text[] not null default '{}';

      create table training.course_entry (
        course_id uuid not null constraint pk_course_entry primary key constraint fk_course_entry_course_id references training.course (id) on delete cascade,
        title text not null,
        modality text not null,
        theme text not null,
        financing_regime text not null,
        audiences text[] not null,
        metiers text[] not null,
        competencies uuid[] not null,
        head tsvector not null,
        words tsvector not null,
        sessions uuid[] not null default '{}',
        starts timestamptz[] not null default '{}',
        closes timestamptz[] not null default '{}',
        days date[] not null default '{}',
        departements text[] not null default '{}',
        venues uuid[] not null default '{}',
        free boolean[] not null default '{}',
        facets integer[] not null default '{}',
        next_close timestamptz
      ) with (fillfactor = 85);
      -- What is only looked for lies apart, what is read of every course found lies in the row.
      alter table training.course_entry alter column words set storage external, alter column head set storage main;

      create table training.facet_value (
        id integer not null generated always as identity constraint pk_facet_value primary key,
        facet text not null,
        value text not null
      );
      create unique index uq_facet_value on training.facet_value (facet, value);
      create index ix_course_entry_words on training.course_entry using gin (words) with (fastupdate = off);
      create index ix_course_entry_title on training.course_entry (title, course_id);

      create table training.word (
        word text not null constraint pk_word primary key,
        written text not null,
        root text not null,
        family text not null,
        courses integer not null default 1
      );
      create index ix_word_root on training.word (root);
      create index ix_word_family on training.word (family);
      create index ix_word_beginning on training.word (word text_pattern_ops);
      create index ix_word_likeness on training.word using gin (word public.gin_trgm_ops);

      create function training.families(term text) returns text[] language sql immutable strict parallel safe
        return array(select family from (select n, training.family(word) as family from regexp_split_to_table(platform.fold(term), '[^a-z0-9]+') with ordinality as t(word, n)) f
                      where family is not null order by n);
      create table training.synonym (
        group_code text not null,
        term text not null,
        families text[] not null generated always as (training.families(term)) stored,
        bare text not null generated always as (regexp_replace(platform.fold(term), '[^a-z0-9]+', ' ', 'g')) stored,
        constraint pk_synonym primary key (group_code, term)
      );
      create index ix_synonym_bare on training.synonym (bare text_pattern_ops);
      create index ix_synonym_families on training.synonym (families);
      create table training.hollow_word (
        word text not null constraint pk_hollow_word primary key
      );

      -- The values of an entry that facets count, those of the sessions that take requests at a time included.
      create function training.facets_at(id uuid, at timestamptz) returns table (facet text, value text) language sql stable begin atomic
        select v.facet, v.value from training.course_entry e cross join lateral (
            select 'category' as facet, unnest(e.audiences) as value union all select 'metier', unnest(e.metiers) union all select 'competency', unnest(e.competencies)::text
            union all select 'modality', e.modality union all select 'theme', e.theme union all select 'cost', e.financing_regime
            union (select f.facet, f.value from unnest(e.closes, e.days, e.departements, e.venues, e.free) as o(closes_at, day, departement, venue, is_free)
                     cross join lateral (values ('departement', departement), ('venue', venue::text), ('month', to_char(day, 'YYYY-MM')), ('free', case when is_free then 'true' end)) f (facet, value)
                    where o.closes_at > at)) v
         where e.course_id = facets_at.id and v.value is not null;
      end;
      create function training.facet_ids(id uuid, at timestamptz) returns integer[] language sql stable
        return (select coalesce(array_agg(v.id order by v.id), '{}') from training.facets_at(facet_ids.id, facet_ids.at) f join training.facet_value v on v.facet = f.facet and v.value = f.value);

      -- The sessions of a course that take requests, in parallel arrays: what they offer is asked of one row. Locks the course, then its entry,
      -- so that two sessions that change at once are both seen.
      create function training.index_offers(ids uuid[]) returns void language plpgsql as $$
      begin
        perform from training.course where id = any(ids) order by id for share;
        perform from training.course_entry where course_id = any(ids) order by course_id for update;
        update training.course_entry e set (sessions, starts, closes, days, departements, venues, free) = (
            select coalesce(array_agg(s.id order by s.starts_at, s.id), '{}'), coalesce(array_agg(s.starts_at order by s.starts_at, s.id), '{}'),
                   coalesce(array_agg(s.enrolment_closes_at order by s.starts_at, s.id), '{}'),
                   coalesce(array_agg((s.starts_at at time zone s.time_zone)::date order by s.starts_at, s.id), '{}'),
                   coalesce(array_agg(v.departement_code order by s.starts_at, s.id), '{}'), coalesce(array_agg(v.id order by s.starts_at, s.id), '{}'),
                   coalesce(array_agg(s.seats_taken < s.capacity order by s.starts_at, s.id), '{}')
              from training.session s join venues.venue v on v.id = s.venue_id
             where s.course_id = e.course_id and s.status in ('open', 'confirmed') and s.enrolment_closes_at > now() - interval '30 days')
         where e.course_id = any(ids);
        insert into training.facet_value (facet, value)
          select distinct f.facet, f.value from unnest(ids) as id cross join lateral training.facets_at(id, '-infinity') f
           where not exists (select from training.facet_value v where v.facet = f.facet and v.value = f.value) order by 1, 2
          on conflict do nothing;
        update training.course_entry e set facets = training.facet_ids(e.course_id, now()), next_close = (select min(c) from unnest(e.closes) as c where c > now())
         where e.course_id = any(ids);
      end $$;

      create view training.course_text as
        select c.id, c.title as first,
               platform.words(c.keywords || array[replace(c.theme, '-', ' ')]
                 || array(select m.label || ' ' || platform.words(m.other_names) from training.course_metier l join identity.metier m on m.code = l.metier_code where l.course_id = c.id)
                 || array(select y.label from training.course_competency l join curriculum.competency y on y.id = l.competency_id where l.course_id = c.id)) as second,
               c.summary || ' ' || platform.words(c.situations || c.objectives) as third,
               regexp_replace(c.content, '<[^>]*>', ' ', 'g') || ' ' || c.audience_note || ' ' || c.prerequisites as others
          from training.course c;

      -- The entries of these courses as they are now; that of a course no longer published goes.
      create function training.index_courses(ids uuid[]) returns void language plpgsql as $$
      begin
        delete from training.course_entry e using training.course c where c.id = e.course_id and c.id = any(ids) and c.status <> 'published';
        insert into training.course_entry (course_id, title, modality, theme, financing_regime, audiences, metiers, competencies, head, words)
          select c.id, platform.fold(c.title), c.modality, c.theme, c.financing_regime, c.audience_categories,
                 array(select metier_code from training.course_metier where course_id = c.id), array(select competency_id from training.course_competency where course_id = c.id),
                 head, strip(head || training.roots(t.others))
            from training.course c join training.course_text t on t.id = c.id
            cross join lateral (select setweight(training.roots(t.first), 'A') || setweight(training.roots(t.second), 'B') || setweight(training.roots(t.third), 'C') as head) h
           where c.id = any(ids) and c.status = 'published'
          on conflict (course_id) do update set title = excluded.title, modality = excluded.modality, theme = excluded.theme,
            financing_regime = excluded.financing_regime, audiences = excluded.audiences, metiers = excluded.metiers,
            competencies = excluded.competencies, head = excluded.head, words = excluded.words;
        -- In one order, so that two sheets published at once never wait for each other's words.
        insert into training.word (word, written, root, family)
          select word, max(written), training.root(word), training.family(word)
            from (select distinct regexp_split_to_table(lower(concat_ws(' ', t.first, t.second, t.third, t.others)), '[^[:alnum:]]+') as written
                    from training.course_text t join training.course_entry e on e.course_id = t.id where t.id = any(ids)) d
            cross join lateral (select platform.fold(written) as word) b
           where word ~ '^[a-z0-9]{2,40}$'
           group by word having training.root(word) is not null order by word
          on conflict do nothing;
        perform training.index_offers(ids);
      end $$;

      -- In how many courses each word is; words that no sheet has any more go.
      create function training.count_words() returns void language plpgsql as $$
      begin
        create temp table counted on commit drop as select word as root, ndoc from ts_stat('select words from training.course_entry');
        update training.word w set courses = c.ndoc from counted c where c.root = w.root and w.courses <> c.ndoc;
        delete from training.word w where not exists (select from counted c where c.root = w.root);
        drop table counted;
      end $$;

      -- When the transaction ends: the métiers and competencies of a sheet are written after it.
      create function training.course_written() returns trigger language plpgsql as $$
      begin
        perform training.index_courses(array[new.id]);
        return null;
      end $$;
      create constraint trigger tr_course_entry after insert or update on training.course
        deferrable initially deferred for each row execute function training.course_written();

      create function training.sessions_written() returns trigger language plpgsql as $$
      declare ids uuid[];
      begin
        if tg_op = 'UPDATE' then
          select array_agg(distinct n.course_id) into ids from now_written n join before b on b.id = n.id
           where (n.status in ('open', 'confirmed') or b.status in ('open', 'confirmed'))
             and (n.status, n.starts_at, n.enrolment_closes_at, n.venue_id, n.time_zone, n.seats_taken < n.capacity)
                 is distinct from (b.status, b.starts_at, b.enrolment_closes_at, b.venue_id, b.time_zone, b.seats_taken < b.capacity);
        elsif tg_op = 'INSERT' then
          select array_agg(distinct course_id) into ids from now_written where status in ('open', 'confirmed');
        else
          select array_agg(distinct course_id) into ids from before where status in ('open', 'confirmed');
        end if;
        if ids is not null then perform training.index_offers(ids); end if;
        return null;
      end $$;
      create trigger tr_session_insert_entry after insert on training.session
        referencing new table as now_written for each statement execute function training.sessions_written();
      create trigger tr_session_update_entry after update on training.session
        referencing old table as before new table as now_written for each statement execute function training.sessions_written();
      create trigger tr_session_delete_entry after delete on training.session
        referencing old table as before for each statement execute function training.sessions_written();

      create function training.venue_moved() returns trigger language plpgsql as $$
      begin
        perform training.index_offers(array(select distinct course_id from training.session where venue_id = new.id and status in ('open', 'confirmed')));
        return null;
      end $$;
      create trigger tr_venue_departement after update of departement_code on venues.venue
        for each row when (old.departement_code is distinct from new.departement_code) execute function training.venue_moved();

      select training.index_courses(array(select id from training.course where status = 'published'));
      drop index training.ix_course_words;
      drop function training.course_words;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
