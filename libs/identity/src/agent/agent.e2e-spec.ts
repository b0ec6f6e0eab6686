import type { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';

const ABSENT = '01900000-0000-7000-8000-000000000000';

describe('agents', () => {
  let t: TestApp;
  let officer: Someone;
  let supervisor: Someone;
  let agents: Someone[];
  beforeAll(async () => {
    t = await testApp();
    officer = await t.as('training_officer');
    const { organisationId } = officer;
    supervisor = await t.as('supervisor', { organisationId });
    agents = [
      await t.as('agent', { organisationId }),
      await t.as('agent', { organisationId }),
      await t.as('agent', { organisationId }),
    ];
    const names = [
      ['Zoé', 'Éluard'],
      ['Awa', 'N’Guyen-D’Ângelo'],
      ['Léa', 'Éluard'],
    ];
    for (const [index, agent] of agents.entries())
      await t.db.query('update identity.person set given_name = $2, family_name = $3 where id = $1', [
        agent.id,
        ...names[index]!,
      ]);
    await t.db.query('update identity.agent_profile set supervisor_id = $2 where person_id = $1', [
      agents[1]!.id,
      supervisor.id,
    ]);
  });
  afterAll(() => t.close());

  const names = async (who: Someone, query = '') =>
    ((await who.get(`/agents${query}`).expect(200)).body.items as { displayName: string }[]).map(
      ({ displayName }) => displayName,
    );
  const opened = (id: string) =>
    t.db.query(
      `select actor_id from platform.audit_entry where action = 'identity.agent.read' and subject_id = $1`,
      [id],
    );

  it('lists the employer’s agents to its training officer, by name', async () =>
    expect(await names(officer)).toEqual(['Léa Éluard', 'Zoé Éluard', 'Awa N’Guyen-D’Ângelo']));

  it('lists their team to a supervisor', async () =>
    expect(await names(supervisor)).toEqual(['Awa N’Guyen-D’Ângelo']));

  it('lists nobody to another employer', async () => {
    expect(await names(await t.as('training_officer'))).toEqual([]);
    expect(await names(await t.as('supervisor'))).toEqual([]);
  });

  it.each([
    ['eluard', 2],
    ['ÉLUARD', 2],
    ["n'guyen", 1],
    ['n’guyen', 1],
    ['e\u0301luard', 2],
    ['%', 0],
    ["' or 1=1", 0],
    ['', 3],
  ])('finds %j', async (q, count) =>
    expect(await names(officer, `?q=${encodeURIComponent(q)}`)).toHaveLength(count),
  );

  it('turns pages without losing or repeating anyone', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await officer.get(`/agents?limit=1${cursor && `&cursor=${cursor}`}`).expect(200);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
    }
    expect([...seen].sort()).toEqual(agents.map(({ id }) => id).sort());
  });

  it.each(['limit=0', 'limit=-1', 'limit=1000000000', 'limit=a', 'sort=name', 'q=a&q=b'])(
    'refuses ?%s',
    async (query) => expect([400, 422]).toContain((await officer.get(`/agents?${query}`)).status),
  );
  it.each(['abc', 'bnVsbA', Buffer.from('["a","b"]').toString('base64url')])(
    'refuses the cursor %s',
    (cursor) => officer.get(`/agents?cursor=${cursor}`).expect(400),
  );
  it('reads a forged cursor of the right shape as a place in the list', () =>
    officer.get(`/agents?cursor=${Buffer.from('["a",1,"00000000-0000-7000-8000-000000000000"]').toString('base64url')}`).expect(200));

  it('opens a file in scope, and says who opened it', async () => {
    const [{ id }] = agents as [Someone];
    const { body, headers } = await officer.get(`/agents/${id}`).expect(200);
    expect(body).toMatchObject({
      id,
      displayName: 'Zoé Éluard',
      employerId: officer.organisationId,
      version: 1,
    });
    expect(headers.etag).toBe('"1"');
    expect(await opened(id)).toEqual([{ actor_id: officer.id }]);
  });

  it('answers a file out of scope like an absent one, and opens nothing', async () => {
    const [stranger] = [await t.as('agent')];
    const of = async (who: Someone, id: string) => {
      const { status, body } = await who.get(`/agents/${id}`);
      return { status, body: { ...body, requestId: '' } };
    };
    const absent = await of(officer, ABSENT);
    expect(absent).toMatchObject({ status: 404, body: { code: 'agent.not_found' } });
    expect(await of(officer, stranger.id)).toEqual(absent);
    expect(await of(supervisor, agents[0]!.id)).toEqual(absent);
    expect(await opened(stranger.id)).toEqual([]);
  });

  it.each(['agent', 'trainer', 'venue_host', 'course_manager', 'state_officer', 'administrator'] as const)(
    'is closed to %s',
    async (role) => {
      const someone = await t.as(role);
      await someone.get('/agents').expect(403);
      await someone.get(`/agents/${agents[0]!.id}`).expect(403);
    },
  );
  it('asks who is there', () => t.anyone.get('/agents').expect(401));
});
