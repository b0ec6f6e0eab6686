import { permissionsOf, type Role } from '@app/identity';
import { Actor, Problem, problemOfDatabaseError } from '@app/platform';
import { replaySeats } from '@app/training';
import type { TestApp } from './app';

export interface Asker {
  actor: Actor;
  employer: Employer;
}
export interface Employer {
  id: string;
  officer: Actor;
  /** Null where its agents have none. */
  supervisor: Actor | null;
  agents: Asker[];
}
interface Chain {
  opinion: 'none' | 'advisory' | 'decisive';
  validates: boolean;
  visa: boolean;
}

/** What the ledger of a session says, replayed. */
export const faultsOf = async ({ db }: TestApp, sessionId: string) =>
  replaySeats(
    await db.query(
      `select seq, kind, enrolment_id as "enrolmentId", from_status as "fromStatus", to_status as "toStatus", capacity, taken, tx, offers, detail
         from training.seat_entry where session_id = $1 order by seq`,
      [sessionId],
    ),
  );

/** The code of the problem that refused, of its first field if it has one; null when it was done. A fault of ours is thrown. */
export async function refusal(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfDatabaseError(error);
    if (!problem || problem.status >= 500) throw error;
    return problem.extra.errors?.[0]?.code ?? problem.code;
  }
}

/** Employers, their people and sessions, ready to be played with by the services: a session takes a millisecond, and has no half-day. */
export function seatStage(t: TestApp) {
  const acting = async (role: Role, organisationId?: string, more: { supervisorId?: string } = {}): Promise<Actor> => {
    const someone = await t.as(role, { organisationId, ...more });
    return new Actor(someone.id, someone.displayName, [{ organisationId: someone.organisationId, role }], permissionsOf([role]));
  };

  const employer = async ({ agents, supervised = false, chain }: { agents: number; supervised?: boolean; chain?: Chain }): Promise<Employer> => {
    const officer = await acting('training_officer');
    const id = officer.memberships[0]!.organisationId;
    const supervisor = supervised ? await acting('supervisor', id) : null;
    if (chain)
      await t.db.query('insert into training.employer_chain (organisation_id, opinion, validates, visa) values ($1, $2, $3, $4)', [id, chain.opinion, chain.validates, chain.visa]);
    const known: Employer = { id, officer, supervisor, agents: [] };
    for (let n = 0; n < agents; n += 1) known.agents.push({ actor: await acting('agent', id, { supervisorId: supervisor?.personId }), employer: known });
    return known;
  };

  let template: { id: string; manager: Actor } | null = null;
  let made = 0;
  /** The course of a session is another one from time to time: the search rewrites all the sessions of a course. */
  const session = async (capacity: number, status: 'open' | 'confirmed' = 'open'): Promise<{ id: string; manager: Actor; startsAt: Date }> => {
    if (!template || made % 40 === 0) {
      const { id, manager } = await t.a.session();
      template = { id, manager: new Actor(manager.id, manager.displayName, [{ organisationId: manager.organisationId, role: 'course_manager' }], permissionsOf(['course_manager'])) };
    }
    made += 1;
    const { id, manager } = template;
    const row = await t.db.one<{ id: string; startsAt: Date }>(
      `insert into training.session select (jsonb_populate_record(s, jsonb_build_object('id', uuidv7(), 'code', $2::text, 'capacity', $3::int, 'status', $4::text, 'seats_taken', 0, 'ledger_seq', 0))).*
         from training.session s where s.id = $1 returning id, starts_at as "startsAt"`,
      [id, `S-JEU${made}`, capacity, status],
    );
    return { ...row!, manager };
  };

  const share = (sessionId: string, organisationId: string, { reserved = 0, atMost = null }: { reserved?: number; atMost?: number | null }) =>
    t.db.query(`insert into training.session_share (session_id, organisation_id, reserved, release_at, at_most) values ($1, $2, $3, case when $3 > 0 then now() + interval '1 day' end, $4)`, [
      sessionId, organisationId, reserved, atMost,
    ]);

  return { acting, employer, session, share };
}
