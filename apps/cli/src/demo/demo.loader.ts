import { Passwords } from '@app/identity';
import { Clock, Config, ConfigError, Database, Outbox } from '@app/platform';
import { SHEET } from '@app/training';
import { Injectable } from '@nestjs/common';
import { DEMO_PASSWORD, HOST_OPERATOR, LETTERS_EMPLOYER } from './content/accounts';
import { DemoMessages } from './demo-messages';
import { KnownQueries } from './known.queries';
import { DemoYear, planDemoYear } from './plan/demo-year';
import { RealPlaces } from './real-places';
import { World } from './world';

const BATCH = 2000;

interface LoadOptions {
  onProgress?: (message: string) => void;
}

/** Fills an empty database with a year of plausible activity; done once, whatever the number of calls. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly passwords: Passwords,
    private readonly places: RealPlaces,
    private readonly known: KnownQueries,
    private readonly messages: DemoMessages,
  ) {}

  async load({ onProgress = () => undefined }: LoadOptions = {}): Promise<void> {
    if (this.config.isProduction)
      throw new ConfigError('L’année de démonstration ne se charge pas en production.');
    if (await this.isLoaded()) return onProgress('L’année de démonstration est déjà en place.');
    onProgress('Lieux de médiation numérique…');
    await this.places.load();
    onProgress('Année de démonstration…');
    const world = new World(await this.known.read());
    const year = planDemoYear(world);
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    await this.db.tx(async () => {
      await this.write(year, passwordHash);
      await this.claim(year.hostVenueId, world.id('organisation', HOST_OPERATOR));
      await this.messages.write(world.id('organisation', LETTERS_EMPLOYER), world.id('person', 'agent'));
      await this.announce(year);
      await this.remember(world.year);
    });
    onProgress(
      `${year.courses.length} formations, ${year.sessions.length} sessions, ${year.enrolments.length} demandes.`,
    );
  }

  private async isLoaded(): Promise<boolean> {
    return (await this.db.one(`select 1 from identity.reference_load where name = 'demo'`)) !== undefined;
  }

  /** Parents before children. */
  private async write(year: DemoYear, passwordHash: string): Promise<void> {
    await this.insert('identity.organisation', year.organisations);
    await this.insert(
      'identity.person',
      year.persons.map((person) => ({
        ...person,
        password_hash: passwordHash,
        active: true,
        created_at: this.clock.now(),
      })),
    );
    await this.insert('identity.membership', year.memberships);
    await this.insert('identity.agent_profile', year.profiles);
    await this.insert('training.employer_chain', year.chains);
    await this.insert('trainers.trainer', year.trainers);
    await this.insert('venues.room', year.rooms);
    await this.insert('venues.equipment', year.equipment);
    await this.insert('training.course', year.courses);
    await this.insert('training.course_audience', year.sheets.audiences);
    await this.insert('training.course_metier', year.sheets.metiers);
    await this.insert('training.course_code', year.sheets.codes);
    await this.linkCompetencies('training.course_competency', 'course_id', year.sheets.competencies);
    await this.linkCompetencies('trainers.trainer_competency', 'trainer_id', year.taught);
    await this.keepVersions();
    await this.insert('venues.booking', year.bookings);
    await this.insert('training.session', year.sessions);
    await this.insert('training.session_slot', year.slots);
    await this.insert('trainers.ask', year.asks);
    await this.insert('trainers.assignment', year.assignments);
    await this.insert('training.session_share', year.shares);
    await this.ask(year.enrolments);
    await this.seatInTime();
    await this.engageBudgets();
    await this.insert('training.enrolment_event', year.events);
    await this.insert('training.attendance', year.attendance);
    await this.insert('training.attestation', year.attestations);
    await this.insert('training.saved_search', year.searches);
  }

  /** In the order that the ledger keeps: who has a seat came first, who waits came to a full session, and a seat offered was waited for. */
  private async ask(enrolments: DemoYear['enrolments']): Promise<void> {
    const queues = ({ status }: DemoYear['enrolments'][number]) => status === 'waiting' || status === 'offered';
    const offered = enrolments.filter(({ status }) => status === 'offered');
    await this.insert('training.enrolment', enrolments.filter((one) => !queues(one)));
    await this.insert('training.enrolment', enrolments.filter(queues).map((one) => (one.status === 'offered' ? { ...one, status: 'waiting', queue_number: 0, offer_until: null } : one)));
    for (const { id, offer_until } of offered)
      await this.db.query(`update training.enrolment set status = 'offered', queue_number = null, offer_until = $2 where id = $1`, [id, offer_until]);
  }

  /** The half-days of those who have a seat in a session to come, and the delegation of their employer. */
  private async seatInTime(): Promise<void> {
    await this.db.query(
      `update training.enrolment e set periods = (select range_agg(t.period) from training.session_slot t where t.session_id = e.session_id)
         from training.session s where s.id = e.session_id and s.ends_at > $1 and e.status in ('admitted', 'convoked')`,
      [this.clock.now()],
    );
    await this.db.query(
      `update training.enrolment e set delegation_id = d.id from identity.organisation o join identity.departement od on od.code = o.departement_code
         join identity.departement dd on dd.region_code = od.region_code join identity.organisation d on d.departement_code = dd.code and d.kind = 'cnfpt' and d.parent_id is not null
        where o.id = e.employer_id`,
    );
  }

  /** What requests cost their employers, which the database counts in their budgets. */
  private async engageBudgets(): Promise<void> {
    await this.db.query(
      `update training.enrolment e set cost_cents = c.employer_cents from training.session s join training.course c on c.id = s.course_id where s.id = e.session_id and c.employer_cents > 0`,
    );
  }

  private async linkCompetencies(table: string, whose: string, links: readonly object[]): Promise<void> {
    await this.db.query(
      `insert into ${table} (${whose}, competency_id, level)
       select n.${whose}, k.id, n.level from jsonb_to_recordset($1::jsonb) as n(${whose} uuid, code text, level smallint)
         join curriculum.competency k on k.framework_code = 'CRCN' and k.code = n.code`,
      [JSON.stringify(links)],
    );
  }

  /** A first version, written before anyone had said how the course would be evaluated; then that of today. */
  private async keepVersions(): Promise<void> {
    await this.db.query(
      `insert into training.course_version (course_id, version, at, by, fields, snapshot)
       select c.id, v.version, case v.version when 1 then c.created_at else c.updated_at end, c.created_by,
              case v.version when 1 then '{}' when 2 then case c.status when 'draft' then array['evaluation'] else array['status', 'evaluation'] end end,
              case v.version when 1 then to_jsonb(s) || '{"evaluation": "", "status": "draft"}' else to_jsonb(s) end
         from training.course c, lateral (select ${SHEET}) s, (values (1), (2)) v(version)`,
    );
  }

  /** Columns that a row does not name take their default. */
  private async insert(table: string, rows: readonly object[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    for (let at = 0; at < rows.length; at += BATCH) {
      await this.db.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows.slice(at, at + BATCH))],
      );
    }
  }

  private async claim(venueId: string, operatorId: string): Promise<void> {
    await this.db.query('update venues.venue set operator_id = $2, version = version + 1 where id = $1', [
      venueId,
      operatorId,
    ]);
  }

  /** What is public now goes to the partner’s catalogue, like what people publish. */
  private async announce(year: DemoYear): Promise<void> {
    for (const { id, status } of year.courses)
      if (status === 'published') await this.outbox.publish('training.course_published', { courseId: id });
    for (const { id, status } of year.sessions)
      if (status === 'open' || status === 'confirmed')
        await this.outbox.publish('training.session_opened', { sessionId: id });
  }

  private async remember(year: number): Promise<void> {
    await this.db.query(
      `insert into identity.reference_load (name, hash, loaded_at) values ('demo', $1, $2)`,
      [String(year), this.clock.now()],
    );
  }
}
