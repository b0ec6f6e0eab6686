import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReferenceLoader } from '@app/identity';
import { TestApp, testApp } from '../../../../test/support/app';

interface Sheet extends Record<string, unknown> {
  slug: string;
  metiers: string[];
}
interface Query {
  q: string;
  kind: string;
  expected: string[];
}

const read = <T>(file: string) => JSON.parse(readFileSync(join(__dirname, '../../../../test/search', file), 'utf8')) as T[];
const FIRST = 5;
const GOAL = 95;

/** A hundred questions as agents type them, over 180 sheets: both were written before the search was. */
describe('a hundred French questions', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
    await t.app.get(ReferenceLoader).load();
    await t.db.query(
      `with sheet as (
         insert into training.course (slug, title, summary, situations, objectives, content, keywords, theme, modality, audience_categories, financing_regime,
                                      duration_hours, status, prerequisites, attestation_conditions, financing_conditions)
         select s->>'slug', s->>'title', s->>'summary', array(select jsonb_array_elements_text(s->'situations')), array(select jsonb_array_elements_text(s->'objectives')),
                '<p>' || (s->>'content') || '</p>', array(select jsonb_array_elements_text(s->'keywords')), s->>'theme', s->>'modality',
                array(select jsonb_array_elements_text(s->'audienceCategories')), s->>'financingRegime', (s->>'durationHours')::numeric, 'published', 'Aucun.', 'Toutes les heures.', case s->>'financingRegime' when 'cnfpt' then '' else 'Selon la fiche.' end
           from jsonb_array_elements($1::jsonb) s returning id, slug, audience_categories),
       audience as (insert into training.course_audience (course_id, audience, valid_from) select id, a, '2015-10-01' from sheet, unnest(audience_categories) a)
       insert into training.course_metier (course_id, metier_code)
       select sheet.id, m from jsonb_array_elements($1::jsonb) s join sheet on sheet.slug = s->>'slug' cross join jsonb_array_elements_text(s->'metiers') m`,
      [JSON.stringify(read<Sheet>('courses.json'))],
    );
    await t.db.query('select training.count_words()');
  }, 120_000);
  afterAll(() => t.close());

  it(`find an expected sheet among the first ${FIRST}, ${GOAL} times at least`, async () => {
    const missed: string[] = [];
    for (const { q, kind, expected } of read<Query>('queries.json')) {
      const { body } = await t.anyone.get(`/courses?q=${encodeURIComponent(q)}&limit=${FIRST}`).expect(200);
      const found = (body.items as { slug: string }[]).map(({ slug }) => slug);
      if (!found.some((slug) => expected.includes(slug))) missed.push(`${kind} « ${q} » : ${found.join(', ') || 'rien'}`);
    }
    expect({ missed, kept: missed.length <= 100 - GOAL }).toEqual({ missed, kept: true });
  }, 120_000);
});
