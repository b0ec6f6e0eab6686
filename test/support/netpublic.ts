import { Clock, Database, Handlers, JobName, JobQueue, Outbox } from '@app/platform';
import { testApp, TestApp } from './app';
import { Portal } from './portal';

/** Time stands still, and moves when a test says so. */
class HandClock extends Clock {
  private ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead);
  }
  reset(): void {
    this.ahead = 0;
  }
  advance(minutes: number): void {
    this.ahead += minutes * 60_000;
  }
}

/** Runs what is queued when told to, in this process. */
class HandQueue {
  queued: [JobName, unknown][] = [];
  add = (name: JobName, payload: unknown): Promise<void> => {
    this.queued.push([name, payload]);
    return Promise.resolve();
  };
  onApplicationShutdown = () => undefined;
}

interface Row {
  id: string;
  state: string;
  reason: string | null;
  attempts: number;
  remoteVersion: number | null;
  contentHash: string | null;
  lastError: string | null;
}

/** The application and the portal it publishes on, for the tests of one file: nothing published before each, jobs run when told to. */
export function onNetPublic() {
  const open = {} as { portal: Portal; t: TestApp; db: Database };
  const clock = new HandClock();
  const queue = new HandQueue();

  beforeAll(async () => {
    open.portal = await Portal.start();
    open.t = await testApp({
      env: open.portal.env,
      override: (builder) => builder.overrideProvider(Clock).useValue(clock).overrideProvider(JobQueue).useValue(queue),
    });
    open.db = open.t.db;
  });
  afterAll(async () => {
    await open.portal.stop();
    await open.t.close();
  });
  beforeEach(async () => {
    await open.portal.reset();
    clock.reset();
    await open.db.query('delete from federation.publication');
    await open.db.query(`update training.course set status = 'draft'`);
    await open.db.query(`update training.session set status = 'draft'`);
    await open.db.query('update federation.target set failures = 0, paused_until = null');
  });

  const course = async (title = 'Découvrir l’open data'): Promise<string> => {
    const row = await open.db.one<{ id: string }>(
      `with c as (insert into training.course (slug, title, summary, audience_categories, modality, duration_hours, theme, status, objectives, content, prerequisites, attestation_conditions)
       values (gen_random_uuid(), $1, 'Publier un jeu de données.', '{B,C}', 'presence', 12, 'donnees-ouvertes', 'published', '{Savoir publier}', '<p>Publier.</p>', 'Aucun.', 'Avoir tout suivi.')
       returning id)
       insert into training.course_audience (course_id, audience, valid_from) select id, 'C', '2015-10-01' from c returning course_id as id`,
      [title],
    );
    return row!.id;
  };
  const tell = async (
    type: 'training.course_published' | 'training.course_changed' | 'training.course_archived',
    courseId: string,
  ) => {
    await open.db.tx(() => open.t.app.get(Outbox).publish(type, { courseId }));
    await open.t.settle();
  };
  const run = async (name: JobName, payload: unknown = {}) => open.t.app.get(Handlers).jobs.get(name)!(payload);
  /** One sweep and the pushes it queued; answers how many. */
  const sweep = async (): Promise<number> => {
    await run('netpublic.sweep');
    const jobs = queue.queued.splice(0);
    const waiting = jobs.values();
    const worker = async () => {
      for (const [name, payload] of waiting) await run(name, payload);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return jobs.length;
  };
  const rowOf = async (objectId: string): Promise<Row> => {
    const row = await open.db.one<Row>(
      `select id, state, reason, attempts, remote_version as "remoteVersion", content_hash as "contentHash",
              last_error as "lastError" from federation.publication where object_id = $1`,
      [objectId],
    );
    return row!;
  };
  const published = async (): Promise<string> => {
    const id = await course();
    await tell('training.course_published', id);
    await sweep();
    return id;
  };
  const rename = (id: string, title: string) =>
    open.db.query('update training.course set title = $2 where id = $1', [id, title]);

  return { open, clock, queue, course, tell, run, sweep, rowOf, published, rename };
}
