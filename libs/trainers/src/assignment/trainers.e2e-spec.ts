import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { TrainerPage } from '../trainer/trainer.dto';
import { TrainerService } from '../trainer/trainer.service';
import { Trainers } from './trainers';

const DAY = inDays(30);
const period = (from: string, to: string, day = DAY) => ({
  from: new Date(`${day}T${from}:00Z`),
  to: new Date(`${day}T${to}:00Z`),
});

describe('trainers', () => {
  let t: TestApp;
  let manager: Someone;
  let trainers: Trainers;
  let pool: TrainerService;
  let sessionId: string;

  beforeAll(async () => {
    t = await testApp();
    manager = await t.as('course_manager');
    trainers = t.app.get(Trainers);
    pool = t.app.get(TrainerService);
    sessionId = (await t.a.session({ manager, slots: [{ date: inDays(60), start: '09:00', end: '12:00' }] }))
      .id;
  });
  afterAll(() => t.close());

  const assign = (trainerIds: string[], ...periods: { from: Date; to: Date }[]) =>
    trainers.assign({ trainerIds, sessions: [{ id: sessionId, periods }] });
  const found = async (query = '') =>
    ((await manager.get(`/trainers?limit=100&${query}`).expect(200)).body as TrainerPage).items;

  it('are given a session only while they are admitted', async () => {
    const { id: personId } = await t.as('agent');
    await pool.register(null, { personId, specialities: ['Bureautique'] });
    await expect(pool.register(null, { personId })).rejects.toMatchObject({
      driverError: { constraint: 'pk_trainer' },
    });
    await expect(assign([personId], period('08:00', '11:00'))).rejects.toMatchObject({
      status: 409,
      code: 'trainer.not_admitted',
    });
    await pool.move(null, personId, 'admit');
    await assign([personId], period('08:00', '11:00'));
    await pool.move(null, personId, 'suspend');
    await expect(assign([personId], period('12:00', '13:00'))).rejects.toMatchObject({
      code: 'trainer.not_admitted',
    });
    expect((await found()).map(({ id }) => id)).not.toContain(personId);
  });

  it('are never in two places, and the refusal says where they are', async () => {
    const { id, displayName } = await t.as('trainer');
    await assign([id], period('08:00', '11:00', '2027-03-02'));
    await expect(assign([id], period('10:00', '12:00', '2027-03-02'))).rejects.toMatchObject({
      status: 409,
      code: 'trainer.busy',
      detail: expect.stringMatching(new RegExp(`^${displayName} anime déjà une session mardi 2 mars 2027 de 9\u00a0h à 12\u00a0h \\(Formation numéro \\d+, Lieu \\d+, Clermont-Ferrand\\)\\.$`)) as string,
    });
    await assign([id], period('11:00', '12:00', '2027-03-02'));
  });

  it('are all given, or none', async () => {
    const [free, busy] = [await t.as('trainer'), await t.as('trainer')];
    await assign([busy.id], period('08:00', '11:00'));
    await expect(assign([free.id, busy.id], period('08:00', '11:00'))).rejects.toMatchObject({
      code: 'trainer.busy',
    });
    await assign([free.id, free.id], period('08:00', '11:00'));
    await expect(assign([free.id, randomUUID()], period('14:00', '15:00'))).rejects.toMatchObject({
      status: 422,
      code: 'trainer.unknown',
    });
  });

  it('let exactly one of twenty requests through', async () => {
    const { id } = await t.as('trainer');
    const race = await Promise.allSettled(
      Array.from({ length: 20 }, () => assign([id], period('08:00', '11:00'))),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(
      t.db.query(
        `insert into trainers.assignment (trainer_id, session_id, ask_id, period)
         select $1, $2, k.id, $3 from trainers.ask k where k.trainer_id = $1 and k.session_id = $2`,
        [id, sessionId, `[${DAY}T09:00Z,${DAY}T10:00Z)`],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'ex_assignment_trainer_period' } });
  });

  it('are free again once the session gives them back', async () => {
    const { id } = await t.as('trainer');
    const session = await t.a.session({
      manager,
      slots: [{ date: inDays(61), start: '09:00', end: '12:00' }],
      trainer: await t.as('trainer'),
    });
    await trainers.assign({ trainerIds: [id], sessions: [{ id: session.id, periods: [period('08:00', '11:00')] }] });
    await trainers.release(session.id);
    await trainers.release(session.id);
    await assign([id], period('08:00', '11:00'));
  });

  describe('the search', () => {
    it('finds them by name or speciality, accents or not', async () => {
      const { id: personId } = await t.as('agent');
      await t.db.query(
        `update identity.person set given_name = 'Léa', family_name = 'D’Ângelo-N’Guyen' where id = $1`,
        [personId],
      );
      await pool.register(null, { personId, specialities: ['Données ouvertes'] });
      await pool.move(null, personId, 'admit');
      for (const q of ['lea', 'ANGELO', 'guyen%20donnees'])
        expect((await found(`q=${q}`)).map(({ id }) => id)).toEqual([personId]);
      expect(await found('q=lea%20bureautique')).toEqual([]);
    });

    it('says who is free, on the clock of the session', async () => {
      const { id } = await t.as('trainer');
      await assign([id], period('05:00', '08:00', '2027-03-03'));
      const free = async (query: string) =>
        (await found(`date=2027-03-03&${query}`)).find((trainer) => trainer.id === id)?.free;
      expect(await free('start=09:00&end=12:00&timeZone=Indian/Reunion')).toBe(false);
      expect(await free('start=09:00&end=12:00')).toBe(true);
      expect((await found()).find((trainer) => trainer.id === id)?.free).toBeNull();
    });

    it('turns its pages', async () => {
      const all = (await found()).map(({ id }) => id);
      const { body } = await manager.get('/trainers?limit=2').expect(200);
      const { nextCursor } = body as TrainerPage;
      const second = (await manager.get(`/trainers?limit=2&cursor=${nextCursor}`).expect(200))
        .body as TrainerPage;
      expect([...(body as TrainerPage).items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4));
    });

    it.each([
      'date=2027-02-31&start=09:00&end=12:00',
      'date=2027-03-02',
      'date=2027-03-02&start=12:00&end=09:00',
      'date=2027-03-28&start=02:30&end=04:00',
      'timeZone=Mars/Olympus',
      'q=%00',
      'limit=0',
    ])('refuses %s', async (query) => void (await manager.get(`/trainers?${query}`).expect(422)));
    it.each([':*', '!!!', "'", '%25', '_'])(
      'is not troubled by %s',
      async (q) => void (await manager.get(`/trainers?q=${q}`).expect(200)),
    );
    it('is for managers', async () => {
      await t.anyone.get('/trainers').expect(401);
      await (await t.as('agent')).get('/trainers').expect(403);
    });
  });
});
