import { onNetPublic } from '../../../../test/support/netpublic';
import { MAX_ATTEMPTS } from './publication.rules';

describe('a publication that needs a person', () => {
  const { open, clock, course, tell, sweep, rowOf, published } = onNetPublic();

  const exhausted = async (): Promise<string> => {
    const id = await course();
    await tell('training.course_published', id);
    await open.db.query('update federation.publication set attempts = $1', [MAX_ATTEMPTS - 1]);
    await open.portal.fault({ mode: 'error', times: 1 });
    await sweep();
    return id;
  };

  it('stops, says why, and starts again when asked', async () => {
    const officer = await open.t.as('state_officer');
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
    const officer = await open.t.as('administrator');
    for (const title of ['A', 'B', 'C']) await tell('training.course_published', await course(title));
    const first = (await officer.get('/federation/publications?limit=2').expect(200)).body;
    const second = (
      await officer.get(`/federation/publications?limit=2&cursor=${first.nextCursor}`).expect(200)
    ).body;
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['C', 'B', 'A']);
    expect(second.nextCursor).toBeNull();
    await officer.get('/federation/publications?state=lost').expect(422);
    await officer.post('/federation/publications/0199aaaa-0000-7000-8000-000000000001/retry').expect(404);
    await (await open.t.as('course_manager')).get('/federation/publications').expect(403);
    await open.t.anyone.get('/federation/publications').expect(401);
  });
});
