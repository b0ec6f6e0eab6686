import { Clock, Database, Handlers, JobName, JobQueue, Outbox } from '@app/platform';
import { testApp, TestApp } from '../../../../test/support/app';
import { Portal } from '../../../../test/support/portal';
import { BREAKER_THRESHOLD, MAX_ATTEMPTS } from './publication.rules';

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

describe('the catalogue on NetPublic', () => {
  let portal: Portal;
  let t: TestApp;
  let db: Database;
  const clock = new HandClock();
  const queue = new HandQueue();

  beforeAll(async () => {
    portal = await Portal.start();
    t = await testApp({
      env: portal.env,
      override: (builder) =>
        builder.overrideProvider(Clock).useValue(clock).overrideProvider(JobQueue).useValue(queue),
    });
    db = t.db;
  });
  afterAll(async () => {
    await portal.stop();
    await t.close();
  });
  beforeEach(async () => {
    await portal.reset();
    clock.reset();
    await db.query('delete from federation.publication');
    await db.query(`update training.course set status = 'draft'`);
    await db.query(`update training.session set status = 'draft'`);
    await db.query('update federation.target set failures = 0, paused_until = null');
  });

  const course = async (title = 'Découvrir l’open data'): Promise<string> => {
    const row = await db.one<{ id: string }>(
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
    await db.tx(() => t.app.get(Outbox).publish(type, { courseId }));
    await t.settle();
  };
  const run = async (name: JobName, payload: unknown = {}) => t.app.get(Handlers).jobs.get(name)!(payload);
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
    const row = await db.one<Row>(
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
    db.query('update training.course set title = $2 where id = $1', [id, title]);

  it('pushes what was published, updates it and withdraws it, leaving a tombstone', async () => {
    const id = await published();
    expect(portal.offer(`course-${id}`)).toMatchObject({ state: 'published', version: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 1, attempts: 0 });

    await rename(id, 'Publier ses données');
    await tell('training.course_changed', id);
    await sweep();
    expect(portal.offer(`course-${id}`)?.version).toBe(2);

    await db.query(`update training.course set status = 'archived' where id = $1`, [id]);
    await tell('training.course_archived', id);
    await sweep();
    expect(portal.offer(`course-${id}`)).toMatchObject({ state: 'withdrawn', version: 3 });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', contentHash: null });
  });

  it('shows a session from its opening to its cancellation, with its dates and its place', async () => {
    const session = await t.a.session();
    await t.settle();
    await sweep();
    const { formation } = portal.content(`session-${session.id}`);
    expect(formation).toMatchObject({ numero: `session-${session.id}` });
    expect(formation.action[0]).toMatchObject({
      'lieu-de-formation': [{ coordonnees: { adresse: { codepostal: '63000', ville: 'Clermont-Ferrand' } } }],
      session: [{ numero: session.code, 'etat-recrutement': '1' }],
    });

    await session.manager
      .post(`/sessions/${session.id}/cancel`, { reason: 'Formateur souffrant' })
      .expect(200);
    await t.settle();
    await sweep();
    expect(portal.offer(`session-${session.id}`)?.state).toBe('withdrawn');
    expect(portal.offers().filter(({ state }) => state === 'published')).toHaveLength(1);
  });

  it('sends nothing again when nothing changed', async () => {
    const id = await published();
    await portal.fault({ mode: 'error' });
    await tell('training.course_changed', id);
    await sweep();
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 1, lastError: null });
  });

  it('shows nothing of what was withdrawn before its first push', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await db.query(`update training.course set status = 'archived' where id = $1`, [id]);
    await tell('training.course_archived', id);
    await sweep();
    expect(portal.offer(`course-${id}`)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
  });

  it.each(['error', 'half_body', 'wrong_json', 'rate_limit'] as const)(
    'survives %s: one final state',
    async (mode) => {
      const id = await course();
      await tell('training.course_published', id);
      await portal.fault({ mode, times: 1 });
      await sweep();
      expect(await rowOf(id)).toMatchObject({ state: 'failed', reason: null, attempts: 1 });
      expect(await sweep()).toBe(0);
      clock.advance(2);
      await sweep();
      expect(await rowOf(id)).toMatchObject({
        state: 'pushed',
        remoteVersion: 1,
        attempts: 0,
        lastError: null,
      });
      expect(portal.offer(`course-${id}`)).toMatchObject({ state: 'published', version: 1 });
    },
  );

  it('is not fooled by a request that the network replays', async () => {
    await portal.fault({ mode: 'duplicate', times: 1 });
    const id = await published();
    expect(portal.offer(`course-${id}`)?.version).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: 'pushed' });
  });

  it('repairs the version after a lost answer followed by a change', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await portal.fault({ mode: 'wrong_json', times: 1 });
    await sweep();
    await rename(id, 'Autre titre');
    await tell('training.course_changed', id);
    await sweep();
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 2 });
  });

  it('sends the first content again when the portal may show another', async () => {
    const id = await published();
    await rename(id, 'Essai');
    await tell('training.course_changed', id);
    await portal.fault({ mode: 'wrong_json', times: 1 });
    await sweep();
    await rename(id, 'Découvrir l’open data');
    await tell('training.course_changed', id);
    await sweep();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'pushed', remoteVersion: 3 });
    expect(portal.offer(`course-${id}`)?.contentHash).toBe(row.contentHash);
  });

  it('does not lose a change that comes during a push', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await run('netpublic.sweep');
    await portal.fault({ mode: 'slow', delayMs: 150, times: 1 });
    const [[name, payload] = []] = queue.queued.splice(0);
    const pushing = run(name!, payload);
    await until(() => portal.offer(`course-${id}`) !== undefined);
    await rename(id, 'Changé pendant l’envoi');
    await tell('training.course_changed', id);
    await pushing;
    expect(await rowOf(id)).toMatchObject({ state: 'dirty', remoteVersion: 1 });
    await sweep();
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 2 });
  });

  it('lets one push at a time have a publication', async () => {
    const id = await course();
    await tell('training.course_published', id);
    const { id: publicationId } = await rowOf(id);
    await Promise.all(Array.from({ length: 5 }, () => run('netpublic.push', { publicationId })));
    expect(portal.offer(`course-${id}`)?.version).toBe(1);
    expect((await rowOf(id)).state).toBe('pushed');
  });

  it('takes over a push that was interrupted', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await run('netpublic.sweep');
    queue.queued = [];
    await db.query('update federation.publication set locked_until = $1', [
      new Date(clock.now().getTime() + 60_000),
    ]);
    expect(await sweep()).toBe(0);
    clock.advance(2);
    expect(await sweep()).toBe(1);
    expect((await rowOf(id)).state).toBe('pushed');
  });

  it('leaves a failing portal alone, then tries one offer before the others', async () => {
    const ids = await Promise.all(
      Array.from({ length: BREAKER_THRESHOLD + 5 }, (_, n) => course(`Formation ${n}`)),
    );
    for (const id of ids) await tell('training.course_published', id);
    await portal.stop();
    await sweep();
    clock.advance(1);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    await portal.restart();
    clock.advance(60);
    expect(await sweep()).toBe(1);
    clock.advance(60);
    await sweep();
    expect(ids.map((id) => portal.offer(`course-${id}`)?.version)).toEqual(ids.map(() => 1));
  });

  it('waits as long as the portal asks', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await portal.fault({ mode: 'rate_limit', retryAfterSeconds: 600, times: 1 });
    await sweep();
    clock.advance(9);
    expect(await sweep()).toBe(0);
    clock.advance(2);
    expect(await sweep()).toBe(1);
    expect((await rowOf(id)).state).toBe('pushed');
  });

  describe('when a person is needed', () => {
    const exhausted = async (): Promise<string> => {
      const id = await course();
      await tell('training.course_published', id);
      await db.query('update federation.publication set attempts = $1', [MAX_ATTEMPTS - 1]);
      await portal.fault({ mode: 'error', times: 1 });
      await sweep();
      return id;
    };

    it('stops, says why, and starts again when asked', async () => {
      const officer = await t.as('state_officer');
      const id = await exhausted();
      clock.advance(30);
      expect(await sweep()).toBe(0);
      const { body } = await officer.get('/federation/publications?state=failed').expect(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          objectId: id,
          title: 'Découvrir l’open data',
          reason: 'exceeded',
          lastError: 'Le portail a répondu 500.',
          actions: ['retry'],
        }),
      ]);
      await officer.post(`/federation/publications/${body.items[0].id}/retry`).expect(200);
      await sweep();
      expect((await rowOf(id)).state).toBe('pushed');
      await officer.post(`/federation/publications/${body.items[0].id}/retry`).expect(409);
    });

    it('keeps what the portal refuses out of the queue, and nothing else', async () => {
      const refused = await course(' ');
      await tell('training.course_published', refused);
      const accepted = await published();
      expect(await rowOf(refused)).toMatchObject({ state: 'failed', reason: 'rejected' });
      expect((await rowOf(refused)).lastError).toContain('/formation/intitule-formation');
      expect((await rowOf(accepted)).state).toBe('pushed');
    });

    it('lists page by page, and only to those who may', async () => {
      const officer = await t.as('administrator');
      for (const title of ['A', 'B', 'C']) await tell('training.course_published', await course(title));
      const first = (await officer.get('/federation/publications?limit=2').expect(200)).body;
      const second = (
        await officer.get(`/federation/publications?limit=2&cursor=${first.nextCursor}`).expect(200)
      ).body;
      expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['C', 'B', 'A']);
      expect(second.nextCursor).toBeNull();
      await officer.get('/federation/publications?state=lost').expect(422);
      await officer.post('/federation/publications/0199aaaa-0000-7000-8000-000000000001/retry').expect(404);
      await (await t.as('course_manager')).get('/federation/publications').expect(403);
      await t.anyone.get('/federation/publications').expect(401);
    });
  });

  describe('reconciliation', () => {
    it('finds what was forgotten, changed behind our back, lost or unknown, and repairs it', async () => {
      const [changed, lost, forgotten] = [await published(), await published(), await course('Oubliée')];
      await portal.tamper(`course-${changed}`);
      await db.query('update federation.publication set object_id = gen_random_uuid() where object_id = $1', [
        lost,
      ]);
      clock.advance(1);
      await run('netpublic.reconcile');
      await sweep();
      for (const id of [changed, lost, forgotten]) {
        const row = await rowOf(id);
        expect(row.state).toBe('pushed');
        expect(portal.offer(`course-${id}`)).toMatchObject({
          state: 'published',
          contentHash: row.contentHash,
        });
      }
      expect(await db.query(`select 1 from federation.publication where state = 'withdrawn'`)).toHaveLength(
        1,
      );
    });

    it('changes nothing when all is well', async () => {
      await published();
      clock.advance(1);
      await run('netpublic.reconcile');
      expect(await sweep()).toBe(0);
    });
  });

  it('pushes a whole catalogue', async () => {
    await db.query(
      `with c as (insert into training.course (slug, title, summary, audience_categories, modality, duration_hours, theme, status, objectives, content, prerequisites, attestation_conditions)
       select 'cours-' || n, 'Cours ' || n, 'Résumé', '{B}', 'presence', 6, 'donnees-ouvertes', 'published', '{Savoir publier}', '<p>Publier.</p>', 'Aucun.', 'Avoir tout suivi.'
         from generate_series(1, 300) n returning id)
       insert into training.course_audience (course_id, audience, valid_from) select id, 'B', '2015-10-01' from c`,
    );
    await run('netpublic.reconcile');
    let sent = 0;
    for (let taken = await sweep(); taken > 0; taken = await sweep()) sent += taken;
    expect(sent).toBe(300);
    expect(portal.offers().length).toBe(300);
    const states = await db.query(
      `select state, count(*)::int as n from federation.publication group by state`,
    );
    expect(states).toEqual([{ state: 'pushed', n: 300 }]);
  });
});

/** Lets the event loop turn until the condition holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
