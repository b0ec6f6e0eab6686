import { Actor, Audit, Clock, Config, cursorId, Database, declareJobs, notFound, OnJob, Outbox, page, PageQuery, Storage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { shortCode } from '../enrolment/codes';
import type { AttestationCheck, AttestationPage, AttestationView } from './attestation.dto';
import { drawAttestation } from './attestation.pdf';

declare module '@app/platform' {
  interface Jobs {
    'training.draw_attestations': Record<string, never>;
  }
}
declareJobs('training.draw_attestations');

const VIEW = `
  select t.id, t.code, t.hours::float8 as hours, t.issued_at as "issuedAt", t.storage_key as "storageKey",
         p.given_name || ' ' || p.family_name as "agentName", o.name as "employerName", c.title as "courseTitle", s.code as "sessionCode",
         s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", v.name as "venueName", v.commune_name as "communeName",
         e.agent_id as "agentId", e.employer_id as "employerId"
    from training.attestation t
    join training.enrolment e on e.id = t.enrolment_id
    join training.session s on s.id = e.session_id
    join training.course c on c.id = s.course_id
    join venues.venue v on v.id = s.venue_id
    join identity.person p on p.id = e.agent_id
    join identity.organisation o on o.id = e.employer_id`;

type Row = AttestationView & { storageKey: string | null; agentId: string; employerId: string };
const view = ({ storageKey: _key, agentId: _agent, employerId: _employer, ...shown }: Row): AttestationView => shown;

@Injectable()
export class AttestationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly config: Config,
  ) {}

  /** Issues attestations in the current transaction; their PDFs are drawn afterwards. */
  async issue(outcomes: readonly { enrolmentId: string; hours: number }[]): Promise<void> {
    const issued = await this.db.query<{ attestationId: string }>(
      `with o as (select * from jsonb_to_recordset($1) as o("enrolmentId" uuid, code text, hours numeric)),
            a as (insert into training.attestation (enrolment_id, code, hours, issued_at) select "enrolmentId", code, hours, $2 from o
                  on conflict (enrolment_id) do nothing returning id, enrolment_id),
            e as (update training.enrolment set status = 'attested', version = version + 1 where id in (select enrolment_id from a) returning id),
            h as (insert into training.enrolment_event (enrolment_id, action, to_status, at) select id, 'attest', 'attested', $2::timestamptz from e)
       select id as "attestationId" from a order by id`,
      [JSON.stringify(outcomes.map((outcome) => ({ ...outcome, code: shortCode('A', 10) }))), this.clock.now()],
    );
    await this.outbox.publish('training.attestation_issued', ...issued);
  }

  /** One's own, the latest first. */
  async mine(actor: Actor, { cursor, limit }: PageQuery): Promise<AttestationPage> {
    const rows = await this.db.query<Row>(
      `${VIEW} where e.agent_id = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3`,
      [actor.personId, cursorId(cursor), limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(view), nextCursor };
  }

  /** The PDF, for its agent and for their employer. */
  async pdf(actor: Actor, id: string): Promise<{ name: string; content: Buffer }> {
    const row = await this.db.one<Row>(`${VIEW} where t.id = $1`, [id]);
    if (!row || (row.agentId !== actor.personId && !actor.organisationIds('training_officer').includes(row.employerId))) throw notFound('attestation');
    if (row.agentId !== actor.personId) await this.audit.record({ actor, action: 'attestation.read', subjectType: 'attestation', subjectId: id });
    const kept = row.storageKey ? await this.storage.get(row.storageKey) : null;
    return { name: `attestation-${row.code}.pdf`, content: kept ?? (await this.draw(row)) };
  }

  /** What anyone who holds the code may check. */
  async check(code: string): Promise<AttestationCheck> {
    const row = await this.db.one<Row>(`${VIEW} where t.code = $1`, [code.slice(0, 20).toUpperCase()]);
    if (!row) throw notFound('attestation');
    const { agentName, courseTitle, sessionCode, hours, startsAt, endsAt, timeZone, issuedAt } = row;
    return { valid: true, code: row.code, agentName, courseTitle, sessionCode, hours, startsAt, endsAt, timeZone, issuedAt };
  }

  /** Draws what has just been issued; an older one that is not drawn yet is drawn when someone reads it. */
  @OnJob('training.draw_attestations')
  async drawPending(): Promise<void> {
    const rows = await this.db.query<Row>(`${VIEW} where t.storage_key is null and t.issued_at > $1::timestamptz - interval '1 day' order by t.issued_at, t.id limit 50`,
      [this.clock.now()],
    );
    for (const row of rows) await this.draw(row);
  }

  private async draw(row: Row): Promise<Buffer> {
    const content = await drawAttestation(row, `${this.config.PUBLIC_URL}/verifier/${row.code}`);
    const key = `attestations/${row.id}.pdf`;
    await this.storage.put(key, content);
    await this.db.query('update training.attestation set storage_key = $2 where id = $1', [row.id, key]);
    return content;
  }
}
