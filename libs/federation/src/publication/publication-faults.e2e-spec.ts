import { onNetPublic } from '../../../../test/support/netpublic';
import { BREAKER_THRESHOLD } from './publication.rules';

describe('the catalogue on a NetPublic that fails', () => {
  const { open, clock, queue, course, tell, run, sweep, rowOf, published, rename } = onNetPublic();

  it.each(['error', 'half_body', 'wrong_json', 'rate_limit'] as const)(
    'survives %s: one final state',
    async (mode) => {
      const id = await course();
      await tell('training.course_published', id);
      await open.portal.fault({ mode, times: 1 });
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
      expect(open.portal.offer(`course-${id}`)).toMatchObject({ state: 'published', version: 1 });
    },
  );

  it('is not fooled by a request that the network replays', async () => {
    await open.portal.fault({ mode: 'duplicate', times: 1 });
    const id = await published();
    expect(open.portal.offer(`course-${id}`)?.version).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: 'pushed' });
  });

  it('repairs the version after a lost answer followed by a change', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await open.portal.fault({ mode: 'wrong_json', times: 1 });
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
    await open.portal.fault({ mode: 'wrong_json', times: 1 });
    await sweep();
    await rename(id, 'Découvrir l’open data');
    await tell('training.course_changed', id);
    await sweep();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'pushed', remoteVersion: 3 });
    expect(open.portal.offer(`course-${id}`)?.contentHash).toBe(row.contentHash);
  });

  it('does not lose a change that comes during a push', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await run('netpublic.sweep');
    await open.portal.fault({ mode: 'slow', delayMs: 150, times: 1 });
    const [[name, payload] = []] = queue.queued.splice(0);
    const pushing = run(name!, payload);
    await until(() => open.portal.offer(`course-${id}`) !== undefined);
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
    expect(open.portal.offer(`course-${id}`)?.version).toBe(1);
    expect((await rowOf(id)).state).toBe('pushed');
  });

  it('takes over a push that was interrupted', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await run('netpublic.sweep');
    queue.queued = [];
    await open.db.query('update federation.publication set locked_until = $1', [
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
    await open.portal.stop();
    await sweep();
    clock.advance(1);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    await open.portal.restart();
    clock.advance(60);
    expect(await sweep()).toBe(1);
    clock.advance(60);
    await sweep();
    expect(ids.map((id) => open.portal.offer(`course-${id}`)?.version)).toEqual(ids.map(() => 1));
  });

  it('waits as long as the portal asks', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await open.portal.fault({ mode: 'rate_limit', retryAfterSeconds: 600, times: 1 });
    await sweep();
    clock.advance(9);
    expect(await sweep()).toBe(0);
    clock.advance(2);
    expect(await sweep()).toBe(1);
    expect((await rowOf(id)).state).toBe('pushed');
  });
});

/** Lets the event loop turn until the condition holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
