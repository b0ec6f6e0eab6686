import { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles have an index of their own, and suggestions a function whose plan is made once for each connection: planning took as long as answering. */
export class Suggestions1760000000181 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index ix_course_entry_named on training.course_entry using gin (named) with (fastupdate = off);

      -- What ends the last word, which may be half typed or mistyped (two letters at most), then courses whose title holds what is typed, or
      -- whose sheet does when no title does. « word » is an end of the last word alone. Letters and figures come before « { ».
      create function training.suggestions(typed text, words_before text[], last_word text) returns table (kind text, text text, slug text)
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query
        with ending as materialized (
          select root, written, courses from (
            select distinct on (root) root, written, courses from (
              select * from training.word where word ~>=~ last_word and word ~<~ (last_word || '{') order by courses desc, root, length(word), word limit 40) w
             order by root, length(word), word) b
           order by courses desc, root limit 4
        ), near as materialized (
          select root, written, courses from training.word, lateral (
              select min(public.levenshtein_less_equal(left(word, length(last_word) + more), last_word, 2)) as slips from generate_series(0, 2) more) s
           where not exists (select from ending) and length(last_word) > 3 and word operator(public.%) last_word and slips <= 2
           order by slips, courses desc, word limit 4
        ), ended as materialized (select * from ending union all select * from near),
        asked as materialized (
          select to_tsquery('pg_catalog.simple', concat_ws(' & ',
            (select string_agg(root, ' & ') from (select training.root(word) as root from unnest(words_before) as word) r where root is not null),
            '(' || (select string_agg(root, ' | ') from ended) || ')')) as q where exists (select from ended)
        ), titled as materialized (
          -- A frequent beginning is in thousands of titles: a hundred are enough to find short ones.
          select course_id, title from training.course_entry where named @@ (select q from asked) limit 100
        ), held as (
          select * from titled
          union all (select course_id, title from training.course_entry where not exists (select from titled) and words @@ (select q from asked) limit 100)
        )
        select s.kind, s.text, s.slug from (
          (select distinct 0 as place, length(term) as n, 'words' as kind, term as text, null as slug from training.synonym
            where bare ~>=~ typed and bare ~<~ (typed || '{') order by n, term limit 2)
          union all select 1, -courses, 'word', written, null from ended
          union all select 2, row_number() over (order by length(f.title), f.course_id)::int, 'course', c.title, c.slug
            from (select * from held order by length(title), course_id limit 5) f join training.course c on c.id = f.course_id) s
         order by place, n;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
