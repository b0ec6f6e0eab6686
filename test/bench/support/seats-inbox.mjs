import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ROOT } from '../../../scripts/services/paths.mjs';
import { bareServer } from './bare.mjs';
import { median } from './load.mjs';
import { OFFICER } from './seats.mjs';

const require = createRequire(import.meta.url);
const ROUNDS = 5;
const ASKED = 200;
/** The same page by hand, for whoever has the cookie $1: one statement, prepared, that looks up what it shows of each request, and reads what the law and the budget ask. */
const sqlOf = ({ PRECEDENTS, STATUTORY }, { budgetOf }) => `
  select e.id, e.number, e.status, null::int as "waitingRank", e.step, e.due_at as "dueAt", e.offer_until as "offerUntil", e.opinion, e.payer,
    (select r.label from training.priority_rule r where r.code = e.priority_rule) as "priorityLabel", e.submitted_at as "submittedAt", e.motivation,
    (select jsonb_build_object('id', s.id, 'code', s.code, 'courseTitle', c.title, 'courseSlug', c.slug, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'timeZone', s.time_zone,
      'venueName', v.name, 'communeName', v.commune_name, 'seatsLeft', s.capacity - s.seats_taken, 'status', s.status)
       from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id where s.id = e.session_id) as session,
    (select jsonb_build_object('id', p.id, 'displayName', p.given_name || ' ' || p.family_name) from identity.person p where p.id = e.agent_id) as agent,
    (select jsonb_build_object('id', o.id, 'name', o.name) from identity.organisation o where o.id = e.employer_id) as employer,
    e.cost_cents as "costCents", jsonb_build_object('precedents', (select ${PRECEDENTS} from training.session s where s.id = e.session_id), 'rules', ${STATUTORY('now()')}, 'budget', ${budgetOf('e.employer_id', 'now()')},
      'statut', (select a.statut from identity.agent_profile a where a.person_id = e.agent_id)) as weighed
  from training.enrolment e
  where e.status = 'submitted' and e.step <> 'opinion' and e.employer_id = (
    select m.organisation_id from identity.session k join identity.membership m on m.person_id = k.person_id and m.role = 'training_officer'
     where k.token_hash = sha256(convert_to($1, 'UTF8')) and k.expires_at > now())
  order by e.submitted_at, e.id limit 21`;

const read = async (from, headers) => {
  const answer = await fetch(from, { headers });
  if (!answer.ok) throw new Error(`réponse ${answer.status} : ${await answer.text()}`);
  return answer.json();
};

/** The first page of an inbox of 5,000 requests, one client: p95 against the best SQL over bare HTTP, which says the same. */
export async function inbox(databaseUrl, url) {
  const sql = sqlOf(require(join(ROOT, 'dist/libs/training/src/enrolment/precedents.sql.js')), require(join(ROOT, 'dist/libs/training/src/chain/budget.sql.js')));
  const bare = await bareServer('sql-server.mjs', { databaseUrl, sql, name: 'inbox' });
  const ours = () => read(`${url}/api/v1/enrolments/to-decide?limit=20`, { cookie: `relais_session=${OFFICER}` });
  const byHand = () => read(`${bare.address}/?values=${encodeURIComponent(JSON.stringify([OFFICER]))}`);
  try {
    const [told, same] = [await ours(), await byHand()];
    // Nothing is to be said of these requests by what was weighed.
    const shown = same.items.slice(0, 20).map((card) => ({ ...card, weighed: undefined, alerts: [] }));
    if (told.items.length !== 20 || !isDeepStrictEqual(told.items, JSON.parse(JSON.stringify(shown)))) throw new Error('Les deux réponses diffèrent.');
    const waits = [[], []];
    for (let round = -1; round < ROUNDS; round++)
      for (const [index, ask] of [ours, byHand].entries()) {
        const times = [];
        for (let n = 0; n < ASKED; n++) {
          const began = performance.now();
          await ask();
          times.push(performance.now() - began);
        }
        // The first round warms both.
        if (round >= 0) waits[index].push(times.sort((a, b) => a - b)[Math.floor(ASKED * 0.95)]);
      }
    const [value, limit] = waits.map(median);
    return { name: 'seats.inbox', value, unit: 'ms (p95)', limit, limitName: 'le meilleur SQL par HTTP nu', ratio: value / limit, goal: '≤ 1,5', ok: value / limit <= 1.5 };
  } finally {
    bare.stop();
  }
}
