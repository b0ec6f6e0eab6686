import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { typedWords } from './question.rules';
import type { Suggestion, Suggestions } from './search.dto';

const MOST_COURSES = 5;
const MOST_WORDS = 4;
/** Courses looked at before the best are kept: a frequent beginning has thousands. */
const LOOKED_AT = 200;

/** A slip is two letters at most, forgotten ones included. $1 the words before the last, $2 the last, which may be half typed, $3 all that was typed. */
const SUGGEST = `
  with ending as materialized (
    select root, written, courses from (
      select distinct on (root) root, written, courses from training.word where word like $2 || '%' order by root, length(word), word) b
     order by courses desc, root limit 8
  ), near as materialized (
    select root, written, courses from training.word, lateral (
        select min(public.levenshtein_less_equal(left(word, length($2) + more), $2, 2)) as slips from generate_series(0, 2) more) s
     where not exists (select from ending) and length($2) > 3 and word operator(public.%) $2 and slips <= 2
     order by slips, courses desc, word limit 5
  ), last as materialized (select * from ending union all select * from near),
  asked as materialized (
    select to_tsquery('pg_catalog.simple', concat_ws(' & ',
      (select string_agg(root, ' & ') from (select training.root(word) as root from unnest($1::text[]) as word) r where root is not null),
      '(' || (select string_agg(root, ' | ') from last) || ')')) as q where exists (select from last)
  ), term as (
    select distinct term as text, null::text as slug, 'words' as kind, 0 as place, length(term) as n from training.synonym where bare like $3 || '%' order by n limit 2
  ), word as (
    select written as text, null::text as slug, 'word' as kind, 1 as place, -courses as n from last order by courses desc limit ${MOST_WORDS}
  ), course as (
    select c.title as text, c.slug, 'course' as kind, 2 as place, row_number() over (order by f.is_title desc, length(f.title), f.course_id)::int as n from (
      select e.course_id, e.title, ts_filter(e.head, '{a}') @@ q as is_title from asked, lateral (
        select course_id, title, head from training.course_entry where words @@ q limit ${LOOKED_AT}) e
       order by is_title desc, length(e.title), e.course_id limit ${MOST_COURSES}) f join training.course c on c.id = f.course_id
  )
  select kind, text, slug from (select * from term union all select * from word union all select * from course) s order by place, n`;

/** A `word` ends the last one typed; the others are told as they are. */
interface Found extends Omit<Suggestion, 'kind'> {
  kind: Suggestion['kind'] | 'word';
}

@Injectable()
export class SuggestQueries {
  constructor(private readonly db: Database) {}

  /** Words that finish what is being typed, then courses whose title holds them. */
  async suggest(q: string): Promise<Suggestions> {
    const words = typedWords(q);
    const last = words.at(-1);
    if (!last) return { items: [] };
    const before = /^.*[^\p{L}\p{N}]/su.exec(q.trim())?.[0] ?? '';
    const found = await this.db.query<Found>(SUGGEST, [words.slice(0, -1), last, words.join(' ')]);
    const items = found.map(({ kind, text, slug }): Suggestion => (kind === 'word' ? { kind: 'words', text: before + text, slug } : { kind, text, slug }));
    const seen = new Set<string>();
    return { items: items.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase())) };
  }
}
