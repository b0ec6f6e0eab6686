import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { ROOT } from '../../../scripts/services/paths.mjs';
import { benchDatabase } from './database.mjs';

const require = createRequire(import.meta.url);
const { from: copyFrom } = require('pg-copy-streams');
const COURSES = 100_000;
const TEXTS = ['test/search/courses.json', 'data/lieux-mednum-mit/lieux-multi-producteurs.csv', 'data/lieux-aura-lo2/lieux-aura.csv', 'data/metiers-territoriaux/metiers-territoriaux-2013.csv'];
const THEMES = ['culture-numerique', 'donnees-ouvertes', 'mediation-numerique', 'accessibilite-numerique', 'e-administration', 'protection-des-donnees', 'fabrication-numerique', 'e-reputation', 'education-aux-medias', 'securite-numerique', 'outils-collaboratifs', 'pilotage-numerique'];
const AUDIENCES = ['A+', 'A', 'B', 'C', 'mediateur', 'emploi_avenir'];
const MODALITIES = ['presence', 'presence', 'presence', 'distance', 'mixed', 'immersion', 'work_situation'];
const REGIMES = ['cnfpt', 'cnfpt', 'shared', 'project_sheet'];

/** Always the same numbers, between 0 and 1. */
function randomly(seed) {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

/** The words of the real lists, the most frequent first: they follow the law of a French text. */
function vocabulary() {
  const counts = new Map();
  for (const file of TEXTS)
    for (const word of readFileSync(join(ROOT, file), 'utf8').toLowerCase().match(/[\p{L}]{3,20}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

const cell = (text) => text.replace(/[\\\t\n]/g, ' ');
const list = (values) => `{${values.map((value) => `"${value}"`).join(',')}}`;

function* sheets(words, random) {
  // Zipf, but for the head of the curve: the word of rank r is drawn in proportion to 1 / r, those that every text holds left aside.
  const word = () => words[Math.min(words.length - 1, Math.floor(words.length ** (0.3 + 0.7 * random())) + 39)];
  const text = (length) => Array.from({ length }, word).join(' ');
  const some = (values, most) => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => values[Math.floor(random() * values.length)]))];
  for (let n = 1; n <= COURSES; n++)
    yield `${[
      `formation-${n}`, cell(`${text(3 + Math.floor(random() * 4))} ${n}`), text(20), list([text(8), text(8), text(8)]), `<p>${text(60)}</p>`, list(some(AUDIENCES, 3)),
      some(MODALITIES, 1)[0], 6, some(THEMES, 1)[0], list(some(words.slice(40, 4000), 3)), some(REGIMES, 1)[0], 'published', 'Aucun prérequis.', 'Une attestation.',
    ].join('\t')}\n`;
}

/** 5,000 places, each with a room; ten sessions for each course, of which three take requests. */
const SESSIONS = `
  insert into training.course_audience select id, a, '2015-10-01' from training.course, unnest(audience_categories) a;
  insert into identity.organisation (kind, name, valid_from) values ('cnfpt', 'Délégation', '2015-01-01');
  insert into identity.metier (code, edition, label, family, domain) select 'M' || n, '2013', 'Métier ' || n, 'Famille', 'Domaine' from generate_series(1, 233) n;
  insert into curriculum.framework (code, edition, label, licence) values ('banc', '1', 'Banc', 'LO');
  insert into curriculum.competency (framework_code, code, label) select 'banc', n::text, 'Compétence ' || n from generate_series(1, 60) n;
  insert into training.course_metier select id, 'M' || n from training.course c cross join lateral (select distinct (hashtext(c.id::text || k) & 65535) % 233 + 1 as n from generate_series(1, 2) k) m;
  insert into training.course_competency select c.id, y.id, 1 from training.course c
    join (select id, row_number() over (order by id) as n from curriculum.competency) y on y.n = (hashtext(c.id::text) & 65535) % 60 + 1;
  insert into venues.venue (source, source_id, slug, search_text, name, commune_name, departement_code, time_zone, latitude, longitude, updated_on, status, collected_by)
    select 'banc', n::text, 'lieu-' || n, 'lieu ' || n, 'Lieu ' || n, 'Commune ' || n, lpad((n % 95 + 1)::text, 2, '0'), 'Europe/Paris',
           42.5 + (n::bigint * 7919 % 8500) / 1000.0, -4.5 + (n::bigint * 104729 % 12500) / 1000.0, '2026-01-01', 'published', 'Banc' from generate_series(1, 5000) n;
  insert into venues.room (venue_id, name, capacity) select id, 'Salle', 20 from venues.venue;
  insert into training.session (code, course_id, venue_id, room_id, time_zone, capacity, seats_taken, enrolment_closes_at, starts_at, ends_at, status, organiser_id)
    select 'S' || row_number() over (), c.id, r.venue_id, r.id, 'Europe/Paris', 12, case when h % 4 = 0 then 12 else h % 12 end, at, at, at + interval '7 hours',
           case when k > 3 then 'closed' when h % 5 = 0 then 'confirmed' else 'open' end, o.id
      from training.course c cross join generate_series(1, 10) k cross join lateral (select hashtext(c.slug || '/' || k) & 2147483647 as h) x
      cross join lateral (select date_trunc('day', now()) + interval '9 hours' + (case when k > 3 then -1 - h % 1000 else 2 + h % 240 end) * interval '1 day' as at) d
      join (select id, venue_id, row_number() over (order by id) as n from venues.room) r on r.n = h % 5000 + 1 cross join identity.organisation o`;

const made = new WeakMap();

/** A database of its own with 100,000 published courses and 1,000,000 sessions, and what the search reads of them; answers its address. */
export function catalogueDatabase(context) {
  if (!made.has(context)) made.set(context, benchDatabase(context, 'catalogue', fill));
  return made.get(context);
}

async function fill(client) {
  await client.query("set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
  const columns = 'slug, title, summary, objectives, content, audience_categories, modality, duration_hours, theme, keywords, financing_regime, status, prerequisites, attestation_conditions';
  await pipeline(Readable.from(sheets(vocabulary(), randomly(2015))), client.query(copyFrom(`copy training.course (${columns}) from stdin`)));
  await client.query(SESSIONS);
  // As after a restored copy: the indexes of words are made when all the words are there.
  await client.query('drop index training.ix_course_entry_words, training.ix_course_entry_named');
  // What follows titles does as it does at work.
  await client.query('set session_replication_role = default');
  await client.query('analyze');
  for (let from = 0; from < COURSES; from += 5000)
    await client.query(`select training.index_courses(array(select id from training.course order by id offset ${from} limit 5000))`);
  await client.query('create index ix_course_entry_words on training.course_entry using gin (words) with (fastupdate = off)');
  await client.query('create index ix_course_entry_named on training.course_entry using gin (named) with (fastupdate = off)');
  await client.query('select training.count_words()');
  await client.query('vacuum (analyze)');
}
