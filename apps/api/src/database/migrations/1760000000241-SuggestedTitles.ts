import { MigrationInterface, QueryRunner } from 'typeorm';

/** The titles that hold a root, the shortest first: a suggestion of one word reads five of each, not the thousands that hold a frequent one. */
export class SuggestedTitles1760000000241 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training.title_root (
        root text not null,
        length integer not null,
        course_id uuid not null,
        constraint pk_title_root primary key (root, length, course_id)
      );
      create function training.index_title() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (old.title, old.named) = (new.title, new.named) then
          return null;
        end if;
        if tg_op <> 'INSERT' then
          delete from training.title_root t using unnest(tsvector_to_array(old.named)) as r (root) where (t.root, t.length, t.course_id) = (r.root, length(old.title), old.course_id);
        end if;
        if tg_op <> 'DELETE' then
          insert into training.title_root (root, length, course_id) select root, length(new.title), new.course_id from unnest(tsvector_to_array(new.named)) as root;
        end if;
        return null;
      end $$;
      create trigger tr_course_entry_title after insert or delete or update of title, named on training.course_entry for each row execute function training.index_title();
      insert into training.title_root (root, length, course_id) select root, length(title), course_id from training.course_entry, unnest(tsvector_to_array(named)) as root order by 1, 2, 3;

      -- As before, step by step: what no step needs is not made ready.
      create or replace function training.suggestions(typed text, words_before text[], last_word text) returns table (kind text, text text, slug text)
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      declare
        ended training.word[] := array(
          select row(b.*)::training.word from (
            select distinct on (root) * from (
              select * from training.word where word ~>=~ last_word and word ~<~ (last_word || '{') order by courses desc, root, length(word), word limit 40) w
             order by root, length(word), word) b
           order by courses desc, root limit 4);
        before text;
        asked tsquery;
      begin
        if ended = '{}' and length(last_word) > 3 then
          ended := array(
            select w from training.word w, lateral (
                select min(public.levenshtein_less_equal(left(word, length(last_word) + more), last_word, 2)) as slips from generate_series(0, 2) more) s
             where word operator(public.%) last_word and slips <= 2
             order by slips, courses desc, word limit 4);
        end if;
        return query select 'words', term, null::text from (
          select distinct length(term) as n, term from training.synonym where bare ~>=~ typed and bare ~<~ (typed || '{') order by n, term limit 2) s order by n, term;
        if ended = '{}' then
          return;
        end if;
        return query select 'word', written, null::text from unnest(ended) order by courses desc;
        before := (select string_agg(root, ' & ') from (select training.root(word) as root from unnest(words_before) as word) r where root is not null);
        if before is null then
          -- A frequent beginning is in thousands of titles: the shortest of each end come first in their index.
          return query select 'course', c.title, c.slug from (
              select distinct t.length, t.course_id from unnest(ended) e cross join lateral (
                  select length, course_id from training.title_root where root = e.root order by length, course_id limit 5) t
               order by length, course_id limit 5) t
            join training.course c on c.id = t.course_id order by t.length, t.course_id;
          if found then
            return;
          end if;
        end if;
        asked := to_tsquery('pg_catalog.simple', concat_ws(' & ', before, '(' || (select string_agg(root, ' | ') from unnest(ended)) || ')'));
        if before is not null then
          return query select 'course', c.title, c.slug from (
              select length(title) as length, course_id from (select title, course_id from training.course_entry where named @@ asked limit 100) h order by 1, 2 limit 5) t
            join training.course c on c.id = t.course_id order by t.length, t.course_id;
          if found then
            return;
          end if;
        end if;
        return query select 'course', c.title, c.slug from (
            select length(title) as length, course_id from (select title, course_id from training.course_entry where words @@ asked limit 100) h order by 1, 2 limit 5) t
          join training.course c on c.id = t.course_id order by t.length, t.course_id;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
