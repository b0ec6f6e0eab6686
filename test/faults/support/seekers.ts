import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../support/app';
import { run } from '../../support/child';
import type { Someone } from '../../support/someone';

export interface Answer {
  status: number;
  contentType: string | null;
  body: { id?: string; status?: string; code?: string; detail?: string };
  isReplay: boolean;
}

export const newKey = (): string => randomUUID();

/** What the web client sends when an agent asks for a seat. Rejects when no answer comes back. */
export async function asksForSeat(url: string, agent: Someone, sessionId: string, key?: string): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1/sessions/${sessionId}/enrolments`, {
    method: 'POST', body: JSON.stringify({ motivation: 'Pour mon poste.' }),
    headers: { 'content-type': 'application/json', connection: 'close', cookie: `relais_session=${agent.token}`, ...(key && { 'idempotency-key': key }) },
  });
  return { status: answer.status, contentType: answer.headers.get('content-type'), body: await answer.json() as Answer['body'], isReplay: answer.headers.has('idempotent-replay') };
}

/** Agents whose employer leaves the decision to the seats: a request is given one, or a rank, at once. */
export async function seekers(t: TestApp, count: number): Promise<Someone[]> {
  const organisationId = await t.a.organisation();
  await t.db.query(`insert into training.employer_chain (organisation_id, opinion, validates) values ($1, 'none', false)`, [organisationId]);
  return Promise.all(Array.from({ length: count }, () => t.as('agent', { organisationId })));
}

/** How often the request of this agent for this session exists, in each place where it leaves a trace. */
export const traces = async (t: TestApp, agent: Someone, sessionId: string) =>
  t.db.one<{ enrolments: number; seats: number; facts: number; events: number; audited: number }>(
    `with e as (select id, status from training.enrolment where agent_id = $1 and session_id = $2)
     select (select count(*)::int from e) as enrolments, (select count(*)::int from training.seat_entry s join e on e.id = s.enrolment_id) as seats,
            (select count(*)::int from platform.outbox o join e on o.payload->>'enrolmentId' = e.id::text) as facts,
            (select count(*)::int from training.enrolment_event v join e on e.id = v.enrolment_id) as events,
            (select count(*)::int from platform.audit_entry a join e on a.subject_id = e.id::text) as audited`,
    [agent.id, sessionId],
  );
export const ONCE = { enrolments: 1, seats: 1, facts: 1, events: 1, audited: 1 };

/** What an operator runs after an incident. */
export async function audited(databaseUrl: string): Promise<{ seats: object; invariants: { ok: boolean } }> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl, REDIS_URL: process.env.REDIS_URL };
  const [seats, invariants] = await Promise.all(['seats:audit', 'audit:invariants'].map((command) => run('dist/apps/cli/src/main.js', [command, '--json'], { env })));
  return { seats: JSON.parse(seats!.stdout) as object, invariants: JSON.parse(invariants!.stdout) as { ok: boolean } };
}
export const SOUND = { seats: { oversold: 0, overtaken: 0, unoffered: 0 }, invariants: { ok: true } };
