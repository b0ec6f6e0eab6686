import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Equivalence, heldBy, type Question, questionOf, type ReadWord, typedWords, type Unit } from './question.rules';

/** Words tried in place of one that no sheet holds. */
const MOST_BEGUN = 12;
const MOST_MEANT = 3;
const LONGEST_TERM = 6;

/** The roots that sheets hold of the family of a word. */
const roots = (family: string) => `array(select distinct w.root from training.word w where w.family = ${family} order by 1)`;

/** Reads a question with the vocabulary of the sheets and the equivalent terms: one statement, a few index look-ups for each word. */
export const READ = `
  with typed as (
    select n, word, training.family(word) as family from unnest($1::text[]) with ordinality as t(word, n)
  ), said as materialized (
    select row_number() over (order by n)::int as n, word, family, ${roots('typed.family')} as roots,
           exists (select from training.hollow_word h where h.word = typed.word) as hollow
      from typed where family is not null
  ), begun as materialized (
    select n, word, array(
        select jsonb_build_object('written', written, 'family', ${roots('b.family')}) from (
          select distinct on (w.family) w.family, w.written, w.courses from training.word w
           where w.word like said.word || '%' order by w.family, w.courses desc) b order by courses desc, family limit ${MOST_BEGUN}) as words
      from said where roots = '{}' and length(word) > 1
  ), meant as (
    select n, array(
        select jsonb_build_object('written', written, 'family', ${roots('m.family')}) from (
          select distinct on (w.family) w.family, w.written, w.courses, w.slips from (
            select w.*, public.levenshtein(w.word, begun.word) as slips from training.word w
             where w.word operator(public.%) begun.word and public.levenshtein_less_equal(w.word, begun.word, 2) <= case when length(begun.word) < 5 then 1 else 2 end
            union all
            -- Two letters the one for the other are one slip, which the look of a short word does not survive.
            select w.*, 1 from training.word w
             where w.word = any(array(select overlay(begun.word placing reverse(substr(begun.word, i, 2)) from i for 2) from generate_series(1, length(begun.word) - 1) i))) w
           order by w.family, w.slips, w.courses desc) m order by slips, courses desc, family limit ${MOST_MEANT}) as words
      from begun where words = '{}' and length(word) > 3
  ), term as (
    select a.n as first, z.n as last, array(select family from said where n between a.n and z.n order by n) as families
      from said a join said z on z.n between a.n and a.n + ${LONGEST_TERM - 1}
  ), joined as (
    select a.n as first, z.n as last, jsonb_build_array(jsonb_build_array(to_jsonb(j.roots))) as terms
      from said a join said z on z.n = a.n + 1
      cross join lateral (select ${roots('training.family(a.word || z.word)')} as roots) j where j.roots <> '{}'
  ), equivalent as (
    select * from joined where not exists (select from training.synonym s join term t on s.families = t.families where (t.first, t.last) = (joined.first, joined.last))
    union all
    select first, last, (
        select jsonb_agg(t.roots order by o.term) from training.synonym s join training.synonym o on o.group_code = s.group_code and o.families <> s.families
          cross join lateral (select jsonb_agg(r order by i) as roots, bool_and(r <> '{}') as is_held from (
            select i, ${roots('f')} as r from unnest(o.families) with ordinality as u(f, i)) k) t
         where s.families = term.families and is_held) as terms
      from term
  )
  select (select coalesce(jsonb_agg(jsonb_build_object('n', n, 'word', said.word, 'hollow', hollow, 'family', to_jsonb(roots),
              'begun', coalesce(to_jsonb(b.words), '[]'), 'meant', coalesce(to_jsonb(m.words), '[]')) order by n), '[]')
            from said left join begun b using (n) left join meant m using (n)) as words,
         (select coalesce(jsonb_agg(jsonb_build_object('first', first, 'last', last, 'terms', terms)), '[]') from equivalent where terms is not null) as equivalences`;

@Injectable()
export class QuestionReader {
  constructor(private readonly db: Database) {}

  async read(q: string): Promise<Question> {
    const read = await this.db.one<{ words: ReadWord[]; equivalences: Equivalence[] }>(READ, [typedWords(q)]);
    return questionOf(read!.words, read!.equivalences);
  }

  /** How many sheets hold each unit, as the last count of words says. */
  async sheets(units: readonly Unit[]): Promise<number[]> {
    const roots = units.flatMap(({ typed, others }) => [typed, ...others].flat(2));
    const counted = await this.db.query<{ root: string; courses: number }>('select root, max(courses) as courses from training.word where root = any($1) group by root', [roots]);
    const courses = new Map(counted.map((one) => [one.root, one.courses]));
    return units.map((unit) => heldBy(unit, courses));
  }
}
