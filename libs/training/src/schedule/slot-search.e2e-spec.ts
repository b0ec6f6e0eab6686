import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { CommonSlots } from './slot-search.dto';

const morning = { start: '09:00', end: '12:00' };
const afternoon = { start: '14:00', end: '17:00' };
/** A Monday at least three weeks ahead, and the days of its week. */
const MONDAY = Array.from({ length: 7 }, (_, n) => inDays(21 + n)).find((day) => new Date(`${day}T00:00Z`).getUTCDay() === 1)!;
const day = (n: number): string => new Date(Date.parse(`${MONDAY}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

describe('common slots', () => {
  let t: TestApp;
  let manager: Someone;
  let host: Someone;
  let trainer: Someone;
  let courseId: string;
  let room: { id: string; venueId: string };

  beforeAll(async () => {
    t = await testApp();
    [manager, host, trainer] = [await t.as('course_manager'), await t.as('venue_host'), await t.as('trainer')];
    courseId = (await t.a.course(manager)).id;
    room = await t.a.room(host);
  });
  afterAll(() => t.close());

  const ask = (over: object = {}) => ({
    courseId, from: MONDAY, until: day(4), roomIds: [room.id], trainerIds: [trainer.id], capacity: 8, halfDays: 1, morning, afternoon, ...over,
  });
  const search = async (over: object = {}): Promise<CommonSlots> => (await manager.post('/schedule/slots', ask(over)).expect(200)).body as CommonSlots;
  const starts = ({ slots }: CommonSlots) => slots.map(({ halfDays: [first] }) => `${first!.date} ${first!.start}`);
  const prepare = (roomId: string, who: Someone, date: string, hours = morning) =>
    manager.post(`/courses/${courseId}/sessions`, { roomId, trainerIds: [who.id], capacity: 8, slots: [{ date, ...hours }] }).expect(201);
  const details = ({ obstacles }: CommonSlots) => obstacles.map(({ detail }) => detail);

  it('are when the room and the trainer are both free', async () => {
    const [elsewhere, other] = [await t.a.room(host), await t.as('trainer')];
    await prepare(room.id, other, day(0));
    await prepare(elsewhere.id, trainer, day(1), afternoon);
    const found = await search();
    expect(starts(found)).toEqual([[0, '14:00'], [1, '09:00'], [2, '09:00'], [2, '14:00'], [3, '09:00'], [3, '14:00'], [4, '09:00'], [4, '14:00']].map(([n, at]) => `${day(n as number)} ${at}`));
    expect(found.total).toBe(8);
    expect(found.slots[0]!.places).toMatchObject([{ venueId: room.venueId, rooms: [{ roomId: room.id, equipment: [] }], trainers: [{ trainerId: trainer.id, comesFrom: null }] }]);
    expect(found.rooms).toMatchObject([{ id: room.id, capacity: 12 }]);
    expect(found.trainers).toMatchObject([{ id: trainer.id, displayName: trainer.displayName }]);
  });

  it('run over days of work, from a morning', async () => {
    const one = await t.a.room(host);
    const found = await search({ roomIds: [one.id], until: day(7), halfDays: 4, trainerIds: [(await t.as('trainer')).id] });
    expect(found.slots.at(-1)!.halfDays).toEqual([
      { date: day(4), ...morning }, { date: day(4), ...afternoon }, { date: day(7), ...morning }, { date: day(7), ...afternoon },
    ]);
    expect(found.total).toBe(5);
  });

  it('leave out closures, public holidays and hours of closing, and say so', async () => {
    const [one, who] = [await t.a.room(host), await t.as('trainer')];
    await host.post(`/venues/${one.venueId}/closures`, { from: day(0), until: day(0), reason: 'Travaux' }).expect(201);
    await t.db.query(`insert into identity.public_holiday (date, territory, name) values ($1, 'metropole', 'Fête des tests')`, [day(1)]);
    await t.db.query(`update venues.venue set week_hours = '{[0,5040)}' where id = $1`, [one.venueId]);
    const over = { roomIds: [one.id], trainerIds: [who.id] };
    expect(starts(await search(over))).toEqual([`${day(2)} 09:00`, `${day(2)} 14:00`, `${day(3)} 09:00`]);
    expect(starts(await search({ ...over, outsideHours: true }))).toEqual([`${day(2)} 09:00`, `${day(2)} 14:00`, `${day(3)} 09:00`, `${day(3)} 14:00`, `${day(4)} 09:00`, `${day(4)} 14:00`]);
    const none = await search({ ...over, until: day(1) });
    expect([none.total, details(none)]).toEqual([0, ['1 lieu fermé']]);
    await t.db.query('delete from identity.public_holiday where date = $1', [day(1)]);
  });

  it('leave trainers the time to travel between two days', async () => {
    const [lille, marseille, who] = [await t.a.room(host), await t.a.room(host), await t.as('trainer')];
    await t.db.query(`update venues.venue set latitude = 50.637, longitude = 3.063, departement_code = null where id = $1`, [lille.venueId]);
    await t.db.query(`update venues.venue set latitude = 43.296, longitude = 5.37, departement_code = null where id = $1`, [marseille.venueId]);
    await prepare(lille.id, who, day(2), afternoon);
    const found = await search({ roomIds: [lille.id, marseille.id], trainerIds: [who.id], from: day(3), until: day(3) });
    const where = found.slots.map(({ halfDays: [first], places }) => [first!.start, places.map(({ venueId }) => venueId).sort()]);
    expect(where).toEqual([['09:00', [lille.venueId]], ['14:00', [lille.venueId, marseille.venueId].sort()]]);
    const [far] = found.slots[1]!.places.filter(({ venueId }) => venueId === marseille.venueId);
    expect(far!.trainers[0]).toMatchObject({ km: 1085, comesFrom: expect.stringContaining('Lieu') as string });
    const none = await search({ roomIds: [marseille.id], trainerIds: [who.id], from: day(3), until: day(3), afternoon: undefined });
    expect(details(none)).toEqual(['1 formateur trop loin la veille ou le lendemain']);
  });

  it('need the equipment, with as many as are left', async () => {
    const [one, who] = [await t.a.room(host), await t.as('trainer')];
    const [{ id: equipmentId }] = await t.db.query<{ id: string }>(
      `insert into venues.equipment (venue_id, name, quantity) values ($1, 'Ordinateurs portables', 10) returning id`, [one.venueId],
    ) as [{ id: string }];
    const second = await host.post(`/venues/${one.venueId}/rooms`, { name: 'Salle 2', capacity: 9, autoConfirm: true }).expect(201);
    await manager.post(`/courses/${courseId}/sessions`, {
      roomId: (second.body as { id: string }).id, trainerIds: [(await t.as('trainer')).id], capacity: 8, slots: [{ date: day(0), ...morning }], equipment: [{ equipmentId, quantity: 6 }],
    }).expect(201);
    const over = { roomIds: [one.id], trainerIds: [who.id], until: day(0) };
    const found = await search({ ...over, equipment: [{ name: 'portable', quantity: 5 }] });
    expect(starts(found)).toEqual([`${day(0)} 14:00`]);
    expect(found.slots[0]!.places[0]!.rooms[0]!.equipment).toEqual([{ equipmentId, quantity: 5 }]);
    expect(starts(await search({ ...over, equipment: [{ name: 'ORDINATEUR', quantity: 4 }] }))).toHaveLength(2);
    expect(details(await search({ ...over, equipment: [{ name: 'imprimante 3D', quantity: 1 }] }))).toEqual(['1 salle sans l’équipement demandé']);
  });

  it('are looked for around a commune, the nearest first, with distances', async () => {
    const [near, nearer, who] = [await t.a.room(host), await t.a.room(host), await t.as('trainer')];
    await t.db.query(`update identity.commune set lat = 48.11, lon = -1.68 where code = '63113'`);
    await t.db.query(`update venues.venue set latitude = 48.2, longitude = -1.68 where id = $1`, [near.venueId]);
    await t.db.query(`update venues.venue set latitude = 48.12, longitude = -1.68 where id = $1`, [nearer.venueId]);
    const found = await search({ roomIds: undefined, commune: '63113', radius: 30, trainerIds: [who.id] });
    expect(found.slots[0]!.places.map(({ venueId }) => venueId)).toEqual([nearer.venueId, near.venueId]);
    expect(found.venues.map(({ km }) => km)).toEqual([1, 10]);
    expect((await search({ roomIds: undefined, commune: '63113', radius: 5, trainerIds: [who.id] })).venues).toHaveLength(1);
  });

  it('take trainers who teach all the competencies asked, at the level to which the course leads', async () => {
    const [one, expert, beginner, partial] = [await t.a.room(host), await t.as('trainer'), await t.as('trainer'), await t.as('trainer')];
    await t.db.query(`insert into curriculum.framework (code, edition, label, licence) values ('ESSAI', '1', 'Essai', 'Essai') on conflict do nothing`);
    const made = await t.db.query<{ id: string }>(
      `insert into curriculum.competency (framework_code, code, label, levels) values ('ESSAI', '1', 'Partager', '{a,b,c}'), ('ESSAI', '2', 'Publier', '{}') returning id`,
    );
    const [share, publish] = made.map(({ id }) => id) as [string, string];
    const { id: aimed } = await t.a.course(manager, { competencies: [{ id: share, level: 2 }, { id: publish, level: null }] });
    const says = (who: Someone, items: object[]) => who.put('/me/trainer-competencies', { items }, 1).expect(200);
    await says(expert, [{ id: share, level: 3 }, { id: publish, level: null }]);
    await says(beginner, [{ id: share, level: 1 }, { id: publish, level: null }]);
    await says(partial, [{ id: share, level: 2 }]);
    const found = async (over: object) => (await search({ roomIds: [one.id], trainerIds: undefined, until: day(0), ...over })).trainers.map(({ id }) => id).sort();
    expect(await found({ courseId: aimed, competencyIds: [share, publish] })).toEqual([expert.id]);
    expect(await found({ courseId: aimed, competencyIds: [share] })).toEqual([expert.id, partial.id].sort());
    expect(await found({ competencyIds: [share] })).toEqual([expert.id, beginner.id, partial.id].sort());
    expect(await found({ courseId: aimed, competencyIds: [share], trainerIds: [beginner.id] })).toEqual([expert.id, beginner.id, partial.id].sort());
    expect((await search({ roomIds: [one.id], trainerIds: undefined, until: day(0), competencyIds: [randomUUID()] })).obstacles).toMatchObject([{ code: 'few_trainers' }]);
  });

  it('take trainers of a speciality, several together when asked', async () => {
    const [one, first, second] = [await t.a.room(host), await t.as('trainer'), await t.as('trainer')];
    await t.db.query(`update trainers.trainer set specialities = '{fabrication-numerique}' where person_id = any($1)`, [[first.id, second.id]]);
    await prepare((await t.a.room(host)).id, first, day(0));
    const over = { roomIds: [one.id], trainerIds: undefined, speciality: 'fabrication-numerique', until: day(0) };
    expect((await search(over)).slots.map(({ places }) => places[0]!.trainers.length)).toEqual([1, 2]);
    expect(starts(await search({ ...over, trainers: 2 }))).toEqual([`${day(0)} 14:00`]);
    expect(details(await search({ ...over, trainers: 3 }))).toEqual(['2 formateurs seulement dans le vivier']);
  });

  it('say what stands in the way when nothing is free', async () => {
    const who = await t.as('trainer');
    await prepare((await t.a.room(host)).id, who, day(0));
    const found = await search({ trainerIds: [who.id], until: day(0), afternoon: undefined });
    expect(details(found)).toEqual(['1 formateur occupé', '1 salle réservée']);
    expect(details(await search({ capacity: 100 }))).toContain('1 salle trop petite');
  });

  it('agree with what may then be kept: every slot told can be prepared', async () => {
    const [one, who] = [await t.a.room(host), await t.as('trainer')];
    await prepare(one.id, await t.as('trainer'), day(2));
    const { slots } = await search({ roomIds: [one.id], trainerIds: [who.id], halfDays: 2 });
    expect(slots).toHaveLength(4);
    for (const { halfDays } of slots) await manager.post(`/courses/${courseId}/sessions`, { roomId: one.id, trainerIds: [who.id], capacity: 8, slots: halfDays }).expect(201);
    expect((await search({ roomIds: [one.id], trainerIds: [who.id], halfDays: 2 })).slots).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['a period inverted', '/until', { from: day(4), until: day(0) }],
    ['a period gone by', '/from', { from: inDays(-2), until: day(0) }],
    ['a period of 93 days', '/until', { from: inDays(5), until: inDays(97) }],
    ['a day that is not', '/from', { from: '2027-02-31' }],
    ['a morning of no duration', '/morning/end', { morning: { start: '09:00', end: '09:00' } }],
    ['an afternoon that ends before it begins', '/afternoon/end', { afternoon: { start: '17:00', end: '14:00' } }],
    ['an afternoon in the morning', '/afternoon/start', { afternoon: { start: '11:00', end: '17:00' } }],
    ['no hours', '/morning', { morning: undefined, afternoon: undefined }],
    ['no half-day', '/halfDays', { halfDays: 0 }],
    ['nowhere', '/commune', { roomIds: undefined }],
    ['a commune without a radius', '/radius', { commune: '63113' }],
    ['a commune that is not', '/commune', { commune: '99999', radius: 5 }],
    ['nobody', '/trainerIds', { trainerIds: undefined }],
    ['no competency', '/competencyIds', { trainerIds: undefined, competencyIds: [] }],
    ['the same competency twice', '/competencyIds', { competencyIds: [randomUUID()].flatMap((id) => [id, id]) }],
    ['a competency that is none', '/competencyIds', { competencyIds: ['partager'] }],
    ['a trainer twice', '/trainerIds', { trainerIds: [randomUUID(), randomUUID()].flatMap((id) => [id, id]) }],
    ['an unknown trainer', '/trainerIds/0', { trainerIds: [randomUUID()] }],
    ['an unknown room', '/roomIds/0', { roomIds: [randomUUID()] }],
    ['an unknown place', '/venueIds/0', { venueIds: [randomUUID()] }],
    ['an unknown course', '/courseId', { courseId: randomUUID() }],
    ['no seat', '/capacity', { capacity: 0 }],
    ['10,000 letters', '/speciality', { speciality: 'a'.repeat(10_000) }],
    ['equipment of 10,000 letters', '/equipment/0/name', { equipment: [{ name: 'é'.repeat(10_000), quantity: 1 }] }],
    ['ids that are not', '/roomIds', { roomIds: ['1 OR 1=1'] }],
  ])('refuse %s at %s', async (_, pointer, over) => {
    const { body } = await manager.post('/schedule/slots', ask(over)).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
  });

  it('refuse a place withdrawn meanwhile', async () => {
    const one = await t.a.room(host);
    await host.post(`/venues/${one.venueId}/withdraw`).expect(200);
    const { body } = await manager.post('/schedule/slots', ask({ roomIds: [one.id] })).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe('/roomIds/0');
  });

  it.each([':*', `'`, '%', '_', '👩‍🏫', 'שלום', '; drop table venues.room'])('are not troubled by %s', async (name) =>
    void (await search({ equipment: [{ name: `${name}${name}`, quantity: 1 }], speciality: `${name}${name}` })));
});
