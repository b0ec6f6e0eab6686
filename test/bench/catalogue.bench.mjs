import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../scripts/services/paths.mjs';
import { withApi } from './support/api.mjs';
import { catalogueDatabase } from './support/catalogue.mjs';
import { median } from './support/load.mjs';

const require = createRequire(import.meta.url);
const { Pool } = require('pg');
const CLIENTS = 16;
const ROUNDS = 5;
const DRAWN = 300;
const SUGGEST_MS = 50;
const GOAL = 1.5;

/**
 * By hand: the first courses, their total and every facet, of the words already read ($1 matched, $2 typed, $3 meant). `rarity` adds what
 * each word weighs when some are enough.
 */
const sqlOf = (rarity) => {
  const ranked = (above) => `select h.course_id, -(${above} + (${rarity}ts_rank('{0, 0.1, 0.35, 1}', e.head, $2::tsquery) + 0.5 * ts_rank('{0, 0.1, 0.35, 1}', e.head, $3::tsquery))::float8) as key
    from hit h join training.course_entry e using (course_id)`;
  return `
  with hit as materialized (select course_id, facets, ${rarity ? 'false' : 'named @@ $1::tsquery'} as titled from training.course_entry where words @@ $1::tsquery),
  titled as materialized (select * from (${ranked(10)} where titled) r order by key, course_id limit 21),
  mentioned as (select * from (${ranked(0)} where not titled and (select count(*) from titled) < 21) r order by key, course_id limit 21),
  first as (select * from (select * from titled union all select * from mentioned) u order by key, course_id limit 21),
  facet as (
    select v.facet, v.value, n from (select id, count(*)::int as n from (select unnest(facets) as id from hit) u group by id) c join training.facet_value v using (id))
  select (select count(*)::int from hit) as total,
    (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'summary', c.summary, 'theme', c.theme, 'modality', c.modality, 'next', x.*) order by f.key, c.id)
       from first f join training.course c on c.id = f.course_id left join lateral (
         select s.code, s.starts_at, s.capacity - s.seats_taken as seats, v.name, v.commune_name from training.session s join venues.venue v on v.id = s.venue_id
          where s.course_id = c.id and s.status in ('open', 'confirmed') and s.enrolment_closes_at > now() order by s.starts_at limit 1) x on true) as items,
    (select json_agg(f) from (select facet, value, n, row_number() over (partition by facet order by n desc, value) as place from facet) f where place <= 30) as facets`;
};

/** What anyone would write first: the text read again, facets by joining the sessions. */
const NAIVE = `
  with hit as materialized (
    select c.id, c.theme, c.modality, c.audience_categories, ts_rank(v, q) as rank from training.course c cross join plainto_tsquery('french', $1) q
      cross join lateral (select to_tsvector('french', c.title || ' ' || c.summary)) t (v) where v @@ q and c.status = 'published')
  select (select count(*) from hit) as total, (select json_agg(h) from (select id from hit order by rank desc limit 20) h) as items,
    (select json_agg(f) from (select v.departement_code, count(distinct h.id) from hit h join training.session s on s.course_id = h.id join venues.venue v on v.id = s.venue_id
      where s.status in ('open', 'confirmed') and s.enrolment_closes_at > now() group by 1) f) as facets`;

const percentile = (times, part) => times.sort((a, b) => a - b)[Math.floor(times.length * part)];

/** 16 clients that each take the next question; the 95th percentile of their waits, in milliseconds. */
async function p95(questions, ask) {
  const times = [];
  let next = 0;
  const client = async () => {
    while (next < questions.length) {
      const question = questions[next++];
      const began = performance.now();
      await ask(question);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return percentile(times, 0.95);
}

/** The hundred questions, and three hundred made of two words of a same title. */
async function questionsOf(pool) {
  const written = JSON.parse(readFileSync(join(ROOT, 'test/search/queries.json'), 'utf8')).map(({ q }) => q);
  const { rows } = await pool.query('select title from training.course order by md5(slug) limit $1', [DRAWN]);
  return [...written, ...rows.map(({ title }) => title.split(' ').slice(0, 2).join(' '))];
}

export default {
  name: 'catalogue',
  run: async (context) => {
    const databaseUrl = await catalogueDatabase(context);
    return withApi(context, databaseUrl, async (url) => {
      const { READ } = require(join(ROOT, 'dist/libs/training/src/search/question.queries.js'));
      const { allOf, anyOf, asTyped, heldBy, questionOf, telling, typedWords, unitQuery } = require(join(ROOT, 'dist/libs/training/src/search/question.rules.js'));
      const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
      const pool = new Pool({ connectionString: databaseUrl, max: CLIENTS, options: '-c work_mem=16MB -c jit=off' });
      let address = 0;
      const get = (path) =>
        new Promise((resolve, reject) => {
          // Each client has its own address: nobody is slowed for asking a lot.
          const headers = { 'x-forwarded-for': `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address++ & 255}` };
          request(`${url}/api/v1${path}`, { agent, headers }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('end', () => (answer.statusCode === 200 ? resolve(JSON.parse(Buffer.concat(chunks))) : reject(new Error(`réponse ${answer.statusCode}`))));
          })
            .on('error', reject)
            .end();
        });
      const ours = (q) => get(`/courses?q=${encodeURIComponent(q)}`);
      const byHand = async (q) => {
        const { words, equivalences } = (await pool.query(READ, [typedWords(q)])).rows[0];
        const { units } = questionOf(words, equivalences);
        if (!units.length) return { total: 0, items: null };
        const all = (await pool.query(sqlOf(''), [allOf(units), asTyped(units), anyOf(units)])).rows[0];
        if (all.total || units.length < 2) return all;
        const roots = units.flatMap(({ typed, others }) => [typed, ...others].flat(2));
        const { rows } = await pool.query('select root, max(courses) as courses from training.word where root = any($1) group by root', [roots]);
        const courses = new Map(rows.map((row) => [row.root, row.courses]));
        const kept = telling(units, units.map((unit) => heldBy(unit, courses)));
        const rarity = kept.weights.map((weight, n) => `case when e.words @@ '${unitQuery(kept.units[n])}'::tsquery then ${weight}::float8 else 0 end + `).join('');
        return (await pool.query(sqlOf(rarity), [anyOf(kept.units), asTyped(kept.units), anyOf(kept.units)])).rows[0];
      };
      const naive = (q) => pool.query(NAIVE, [q]);
      try {
        const questions = await questionsOf(pool);
        for (const q of questions.slice(-20)) {
          const [{ items, total }, hand] = [await ours(q), await byHand(q)];
          if (total !== hand.total || items.some(({ id }, n) => id !== hand.items[n].id)) throw new Error(`Les deux réponses à « ${q} » diffèrent.`);
        }
        const ways = [ours, byHand];
        for (const way of ways) await p95(questions, way);
        const waits = ways.map(() => []);
        for (let round = 0; round < ROUNDS; round++) for (const [index, way] of ways.entries()) waits[index].push(await p95(questions, way));
        const [value, hand] = waits.map(median);
        const far = await p95(questions.slice(0, 40), naive);
        const typed = questions.map((q) => q.slice(0, 3 + (q.length % 6)));
        const suggest = async () => p95(typed, (q) => get(`/course-suggestions?q=${encodeURIComponent(q)}`));
        await suggest();
        const suggested = [];
        for (let round = 0; round < ROUNDS; round++) suggested.push(await suggest());
        const result = (name, measured, limit, limitName, goal, ok) => ({ name, value: measured, unit: 'ms (p95)', limit, limitName, ratio: measured / limit, goal, ok });
        return [
          result('catalogue.search', value, hand, 'le même travail en SQL écrit à la main', '≤ 1,5', value / hand <= GOAL),
          result('catalogue.search.naive', value, far, 'le SQL naïf', '≤ 0,5', value / far <= 0.5),
          result('catalogue.suggest', median(suggested), SUGGEST_MS, 'l’objectif', '≤ 1', median(suggested) <= SUGGEST_MS),
        ];
      } finally {
        agent.destroy();
        await pool.end();
      }
    });
  },
};
