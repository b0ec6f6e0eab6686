import { Clock, EventRunner, Handlers } from '@app/platform';
import { testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { colliding, holding, waitingForLocks } from '../../../../test/support/locks';
import { type Asker, type Employer, faultsOf, refusal, seatStage } from '../../../../test/support/seats';
import { unprotect } from '../../../../test/support/unprotected';
import { SessionService } from '../session/session.service';
import { EnrolmentQueries } from './enrolment.queries';
import { EnrolmentService } from './enrolment.service';
import { Entrance } from './entrance';
import { RequestFactsQueries } from './request-facts';
import { SeatClock } from './seat-clock';
import { SeatLedger } from './seat-ledger';

const DIRECT = { opinion: 'none', validates: false, visa: false } as const;
/** Long enough for everyone to have read before anyone writes. */
const SLOW = 'perform pg_sleep(0.4);';
const COUNTER = ['ck_session_seats', 'ck_seat_entry_taken'];

/** One application and its people: the protected one of all the tests, or that of a twin. */
async function play() {
  const t = await testApp();
  const stage = seatStage(t);
  const [enrolments, sessions, clock, ledger] = [t.app.get(EnrolmentService), t.app.get(SessionService), t.app.get(SeatClock), t.app.get(SeatLedger)];
  /** The same in another process, which knows nothing of those who wait here: what meets, meets in the database. */
  const elsewhere = () => new EnrolmentService(t.db, t.app.get(Clock), ledger, new Entrance(t.db), t.app.get(RequestFactsQueries), t.app.get(EnrolmentQueries));
  const asks = async ({ actor }: Asker, { id }: { id: string }) => (await enrolments.request(actor, id, {}, null)).receipt.id;
  const joins = async (who: Asker, session: { id: string }) => {
    const id = await asks(who, session);
    if ((await status(id)) === 'submitted') await enrolments.validate(who.employer.officer, id);
    return id;
  };
  const status = async (id: string) => (await t.db.one<{ status: string }>('select status from training.enrolment where id = $1', [id]))!.status;
  const statuses = (...ids: string[]) => Promise.all(ids.map(status));
  const faults = async ({ id }: { id: string }) => [...new Set((await faultsOf(t, id)).map(({ fault }) => fault))];
  const count = async ({ id }: { id: string }, ...wanted: string[]) =>
    (await t.db.one<{ n: number }>('select count(*)::int as n from training.enrolment where session_id = $1 and status = any($2)', [id, wanted]))!.n;
  /** A session whose seats are taken, and two who wait. */
  const full = async (employer: Employer, capacity = 1) => {
    const session = await stage.session(capacity);
    const ids: string[] = [];
    for (const who of employer.agents.slice(0, capacity + 2)) ids.push(await joins(who, session));
    return { session, ids };
  };
  const resize = async ({ id, manager }: { id: string; manager: Parameters<SessionService['resize']>[0] }, capacity: number) =>
    sessions.resize(manager, id, (await t.db.one<{ version: number }>('select version from training.session where id = $1', [id]))!.version, { capacity });
  return { t, stage, enrolments, elsewhere, sessions, clock, ledger, asks, joins, status, statuses, faults, count, full, resize };
}
type Play = Awaited<ReturnType<typeof play>>;

/** What is played both with its protections and without. */
const SCENES = {
  lastSeat: async ({ stage, elsewhere, faults, count }: Play, agents: number, processes = agents) => {
    const services = Array.from({ length: processes }, elsewhere);
    const employer = await stage.employer({ agents, chain: DIRECT });
    const session = await stage.session(1);
    const refused = await Promise.all(employer.agents.map(({ actor }, n) => refusal(services[n % processes]!.request(actor, session.id, {}, null))));
    return { refused: [...new Set(refused)], admitted: await count(session, 'admitted'), waiting: await count(session, 'waiting'), faults: await faults(session) };
  },
  /** Two sessions, the first of which someone holds: what is done while `untilThen` lasts, which is told of the answers for the other, and what is done at last. */
  oneIsHeld: async ({ t, stage, elsewhere, count }: Play, untilThen: (free: Promise<unknown>) => Promise<unknown>) => {
    const service = elsewhere();
    const { agents } = await stage.employer({ agents: 8, chain: DIRECT });
    const [held, free] = [await stage.session(2), await stage.session(9)];
    const letGo = await holding(t, held.id);
    const asked = agents.map(({ actor }, n) => service.request(actor, (n % 2 ? free : held).id, {}, null));
    await untilThen(Promise.all(asked.filter((_, n) => n % 2)));
    const meanwhile = [await count(held, 'admitted', 'waiting'), await count(free, 'admitted')];
    await letGo();
    await Promise.all(asked);
    return { meanwhile, afterwards: [await count(held, 'admitted'), await count(held, 'waiting'), await count(free, 'admitted')] };
  },
  /** Four who are free to come, then four of an employer that may have two seats, all let in together. */
  sharedOut: async ({ t, stage, elsewhere, faults }: Play) => {
    const service = elsewhere();
    const [limited, others] = [await stage.employer({ agents: 4, chain: DIRECT }), await stage.employer({ agents: 5, chain: DIRECT })];
    const [session, another] = [await stage.session(9), await stage.session(1)];
    await stage.share(session.id, limited.id, { atMost: 2 });
    const letGo = await holding(t, session.id);
    const asked = [...others.agents.slice(0, 4), ...limited.agents].map(({ actor }) => service.request(actor, session.id, {}, null));
    // Who comes after them and has an answer has seen them all to the door.
    await service.request(others.agents[4]!.actor, another.id, {}, null);
    await letGo();
    await Promise.all(asked);
    const rows = await t.db.query<{ own: boolean; status: string; n: number }>(
      `select employer_id = $2 as own, status, count(*)::int as n from training.enrolment where session_id = $1 group by 1, 2 order by 1, 2`, [session.id, limited.id],
    );
    return { seats: rows.map(({ own, status, n }) => `${own ? 'limited' : 'others'} ${status} ${n}`), faults: await faults(session) };
  },
  twoOfficers: async ({ t, stage, enrolments, asks, faults }: Play) => {
    const { agents, officer } = await stage.employer({ agents: 1 });
    const session = await stage.session(1);
    const id = await asks(agents[0]!, session);
    const refused = await colliding(t, session.id, [() => refusal(enrolments.validate(officer, id)), () => refusal(enrolments.refuse(officer, id, { reason: 'Nécessité de service' }))]);
    const decisions = await t.db.query(`select from training.enrolment_event where enrolment_id = $1 and action in ('validate', 'refuse')`, [id]);
    return { refused: refused.filter((code) => code !== null), decisions: decisions.length, faults: await faults(session) };
  },
  twiceTheSame: async ({ stage, elsewhere, count }: Play) => {
    const { agents: [agent] } = await stage.employer({ agents: 1 });
    const session = await stage.session(3);
    const refused = await Promise.all([1, 2].map(() => refusal(elsewhere().request(agent!.actor, session.id, {}, null))));
    return { refused: refused.filter((code) => code !== null), live: await count(session, 'submitted') };
  },
  twoPlacesAtOnce: async ({ t, stage, enrolments, asks, statuses }: Play) => {
    const { agents: [agent], officer } = await stage.employer({ agents: 1 });
    const day = inDays(31);
    const sessions = [await t.a.session({ slots: [{ date: day, start: '09:00', end: '12:00' }] }), await t.a.session({ slots: [{ date: day, start: '11:00', end: '16:00' }] })];
    const ids = [await asks(agent!, sessions[0]!), await asks(agent!, sessions[1]!)];
    const refused = await Promise.all(ids.map((id) => refusal(enrolments.validate(officer, id))));
    return { refused: refused.filter((code) => code !== null), statuses: (await statuses(...ids)).sort() };
  },
  oneWithdraws: async ({ stage, enrolments, full, faults, joins, statuses }: Play) => {
    const employer = await stage.employer({ agents: 4 });
    const { session, ids } = await full(employer);
    await enrolments.withdraw(employer.agents[0]!.actor, ids[0]!);
    const late = await joins(employer.agents[3]!, session);
    return { statuses: await statuses(...ids, late), faults: await faults(session) };
  },
  twelfth: async ({ stage, joins, faults, statuses }: Play) => {
    const { agents } = await stage.employer({ agents: 13 });
    const session = await stage.session(12);
    const ids: string[] = [];
    for (const who of agents) ids.push(await joins(who, session));
    return { statuses: await statuses(...ids), faults: await faults(session) };
  },
  raisedBesideUndecided: async ({ stage, asks, full, resize, status, statuses, faults }: Play) => {
    const { session, ids } = await full(await stage.employer({ agents: 3 }));
    const undecided = await asks((await stage.employer({ agents: 1 })).agents[0]!, session);
    await resize(session, 5);
    return { waited: await statuses(...ids.slice(1)), undecided: await status(undecided), faults: await faults(session) };
  },
  leftThenFreed: async ({ stage, enrolments, full, faults, statuses }: Play) => {
    const employer = await stage.employer({ agents: 3 });
    const { session, ids } = await full(employer);
    await enrolments.withdraw(employer.agents[1]!.actor, ids[1]!);
    await enrolments.withdraw(employer.agents[2]!.actor, ids[2]!);
    await enrolments.withdraw(employer.agents[0]!.actor, ids[0]!);
    return { statuses: await statuses(...ids), faults: await faults(session) };
  },
  releasedUnused: async ({ t, stage, clock, joins, faults, count }: Play) => {
    const [kept, others] = [await stage.employer({ agents: 0 }), await stage.employer({ agents: 12 })];
    const session = await stage.session(3);
    await stage.share(session.id, kept.id, { reserved: 2 });
    for (const who of others.agents) await joins(who, session);
    await t.db.query(`update training.session_share set release_at = now() - interval '1 second' where session_id = $1`, [session.id]);
    await Promise.all([clock.release(), clock.release()]);
    return { admitted: await count(session, 'admitted'), offered: await count(session, 'offered'), waiting: await count(session, 'waiting'), faults: await faults(session) };
  },
  groupWaits: async ({ t, stage, ledger, enrolments, asks, full, statuses, faults }: Play) => {
    const employer = await stage.employer({ agents: 3 });
    const { session, ids } = await full(employer);
    const team = await stage.employer({ agents: 2 });
    const together = [await asks(team.agents[0]!, session), await asks(team.agents[1]!, session)];
    await t.db.query('update training.enrolment set group_id = $2 where id = any($1)', [together, together[0]]);
    await ledger.decide({ requests: together.map((id) => ({ id, version: 1 })), session, action: 'validate', target: 'placed', actorId: team.officer.personId });
    for (const n of [1, 2, 0]) await enrolments.withdraw(employer.agents[n]!.actor, ids[n]!);
    return { together: await statuses(...together), faults: await faults(session) };
  },
  sameKey: async ({ t, stage }: Play) => {
    const someone = await t.as('agent');
    const session = await stage.session(5);
    const answers = await Promise.all(Array.from({ length: 20 }, () => someone.post(`/sessions/${session.id}/enrolments`, {}).set('Idempotency-Key', 'la-meme-cle-vingt-fois')));
    return {
      codes: [...new Set(answers.map(({ status }) => status))], answers: new Set(answers.map(({ text }) => text)).size,
      requests: (await t.db.query('select from training.enrolment where session_id = $1', [session.id])).length,
      told: (await t.db.query(`select from platform.outbox where type = 'training.enrolment_submitted'`)).length,
    };
  },
  jobThreeTimes: async ({ t, stage, joins }: Play) => {
    const session = await stage.session(1);
    const id = await joins((await stage.employer({ agents: 1 })).agents[0]!, session);
    await t.settle();
    const facts = await t.db.query<{ id: string; type: string }>(`select id, type from platform.outbox where type = 'training.enrolment_admitted' and payload->>'enrolmentId' = $1`, [id]);
    await t.db.query('delete from platform.handled where event_id = $1', [facts[0]!.id]);
    for (const { id, type } of facts)
      for (const name of t.app.get(Handlers).namesFor(type)) await Promise.all([1, 2, 3].map(() => t.app.get(EventRunner).run(id, name)));
    return (await t.db.query('select from notifications.message where event_id = $1', [facts[0]!.id])).length;
  },
};

describe('seats, when everyone comes at once', () => {
  let p: Play;
  beforeAll(async () => void (p = await play()));
  afterAll(() => p.t.close());

  it('one seat for fifty who ask in the same second: one has it, forty-nine have a rank, nobody is refused', async () =>
    expect(await SCENES.lastSeat(p, 50)).toEqual({ refused: [null], admitted: 1, waiting: 49, faults: [] }));

  it('the same in one process, where those who wait go in together', async () =>
    expect(await SCENES.lastSeat(p, 50, 1)).toEqual({ refused: [null], admitted: 1, waiting: 49, faults: [] }));

  it('a session that someone holds makes nobody wait but those who ask for it', async () =>
    expect(await SCENES.oneIsHeld(p, (free) => free)).toEqual({ meanwhile: [0, 4], afterwards: [2, 2, 4] }));

  it('what an employer may have at most, when its agents go in together', async () =>
    expect(await SCENES.sharedOut(p)).toEqual({ seats: ['others admitted 4', 'limited admitted 2', 'limited waiting 2'], faults: [] }));

  it('who is refused among those who go in together holds back no other', async () => {
    const { t, stage, enrolments, asks, count, faults } = p;
    const day = inDays(35);
    const [session, same] = [await t.a.session({ slots: [{ date: day, start: '09:00', end: '12:00' }], capacity: 3 }), await t.a.session({ slots: [{ date: day, start: '11:00', end: '16:00' }], capacity: 9 })];
    const { agents } = await stage.employer({ agents: 8, chain: DIRECT });
    await asks(agents[7]!, session);
    const twice = [...agents.slice(0, 4), ...agents.slice(0, 4), ...agents.slice(4)];
    const ways = await Promise.all([...twice.map(({ actor }) => refusal(enrolments.request(actor, session.id, {}, null))), refusal(enrolments.request(agents[7]!.actor, same.id, {}, null))]);
    // One of the two asked for each: the first, unless a call lasted longer than the patience of the others.
    expect(ways.slice(0, 4).map((first, i) => [first, ways[i + 4]].filter(Boolean))).toEqual(Array(4).fill(['enrolment.already_requested']));
    expect(ways.slice(8)).toEqual([null, null, null, 'enrolment.already_requested', 'enrolment.overlaps']);
    expect([await count(session, 'admitted'), await count(session, 'waiting'), await faults(session)]).toEqual([3, 5, []]);
  });

  it('two officers decide the same request: one is heard, the other reads it again', async () =>
    expect(await SCENES.twoOfficers(p)).toEqual({ refused: ['lifecycle.refused'], decisions: 1, faults: [] }));

  it('mod_booking 1113: one request per agent and session, even asked twice at once', async () =>
    expect(await SCENES.twiceTheSame(p)).toEqual({ refused: ['enrolment.already_requested'], live: 1 }));

  it('mod_booking 651: two sessions at the same hours are not both given, even decided at once', async () =>
    expect(await SCENES.twoPlacesAtOnce(p)).toEqual({ refused: ['enrolment.overlaps'], statuses: ['admitted', 'submitted'] }));

  it('mod_booking 1073 and 693, pretix 2119: a freed seat goes to who waits first, and a newcomer stands behind', async () =>
    expect(await SCENES.oneWithdraws(p)).toEqual({ statuses: ['withdrawn', 'offered', 'waiting', 'waiting'], faults: [] }));

  it('mod_booking 809: the twelfth of twelve has a seat, the thirteenth waits', async () =>
    expect(await SCENES.twelfth(p)).toEqual({ statuses: [...Array<string>(12).fill('admitted'), 'waiting'], faults: [] }));

  it('mod_booking 899: seats that are added go to who waits, never to who awaits an approval', async () =>
    expect(await SCENES.raisedBesideUndecided(p)).toEqual({ waited: ['offered', 'offered'], undecided: 'submitted', faults: [] }));

  it('pretix 1163: who left the list is not offered a seat again', async () =>
    expect(await SCENES.leftThenFreed(p)).toEqual({ statuses: ['withdrawn', 'withdrawn', 'withdrawn'], faults: [] }));

  it('pretix 1238: seats kept for nobody are released once, and no further than there are', async () =>
    expect(await SCENES.releasedUnused(p)).toEqual({ admitted: 1, offered: 2, waiting: 9, faults: [] }));

  it('pretix 974: a group is seated whole or not at all', async () => expect(await SCENES.groupWaits(p)).toEqual({ together: ['waiting', 'waiting'], faults: [] }));

  it('the same click twenty times at once: one request, one answer', async () => expect(await SCENES.sameKey(p)).toMatchObject({ codes: [201], answers: 1, requests: 1 }));

  it('a job that runs three times at once, its record lost: one message', async () => expect(await SCENES.jobThreeTimes(p)).toBe(1));

  it('withdraw and validate: whoever is first, the request ends withdrawn and its seat is free', async () => {
    const { t, stage, enrolments, asks, status, faults } = p;
    const { agents: [agent], officer } = await stage.employer({ agents: 1 });
    const session = await stage.session(1);
    const id = await asks(agent!, session);
    const [withdrawn, validated] = await colliding(t, session.id, [() => refusal(enrolments.withdraw(agent!.actor, id)), () => refusal(enrolments.validate(officer, id))]);
    expect([withdrawn, await status(id), await faults(session)]).toEqual([null, 'withdrawn', []]);
    expect([null, 'lifecycle.refused']).toContain(validated);
  });

  it('accept and decline: one is heard, and the seat is either taken or passed on', async () => {
    const { t, stage, enrolments, full, statuses, faults } = p;
    const employer = await stage.employer({ agents: 3 });
    const { session, ids } = await full(employer);
    await enrolments.withdraw(employer.agents[0]!.actor, ids[0]!);
    const { actor } = employer.agents[1]!;
    const done = await colliding(t, session.id, [() => refusal(enrolments.accept(actor, ids[1]!)), () => refusal(enrolments.decline(actor, ids[1]!))]);
    expect(done.filter((code) => code === null)).toHaveLength(1);
    expect(done).toContain('lifecycle.refused');
    expect(await statuses(...ids.slice(1))).toEqual(done[0] === null ? ['admitted', 'waiting'] : ['withdrawn', 'offered']);
    expect(await faults(session)).toEqual([]);
  });

  it('accept and lapse, at the deadline: one is heard, and the seat is either taken or passed on', async () => {
    const { t, stage, enrolments, clock, full, statuses, faults } = p;
    const employer = await stage.employer({ agents: 3 });
    const { session, ids } = await full(employer);
    await enrolments.withdraw(employer.agents[0]!.actor, ids[0]!);
    const done = await colliding(t, session.id, [
      () => refusal(enrolments.accept(employer.agents[1]!.actor, ids[1]!)),
      async () => {
        // The answer was on its way when the deadline passed.
        await waitingForLocks(t, 1);
        await t.db.query(`update training.enrolment set offer_until = now() - interval '1 second' where id = $1`, [ids[1]]);
        await clock.lapse();
        return 'lapsed';
      },
    ]);
    expect(await statuses(...ids.slice(1))).toEqual(done[0] === null ? ['admitted', 'waiting'] : ['withdrawn', 'offered']);
    expect(await faults(session)).toEqual([]);
  });

  it('raise, withdraw and request: every seat is used, in the order of the list', async () => {
    const { t, stage, enrolments, full, resize, count, faults } = p;
    const [employer, direct] = [await stage.employer({ agents: 4 }), await stage.employer({ agents: 1, chain: DIRECT })];
    const { session, ids } = await full(employer, 2);
    await colliding(t, session.id, [
      () => refusal(resize(session, 3)), () => refusal(enrolments.withdraw(employer.agents[0]!.actor, ids[0]!)), () => refusal(enrolments.request(direct.agents[0]!.actor, session.id, {}, null)),
    ]);
    expect([await count(session, 'admitted', 'offered'), await count(session, 'waiting'), await faults(session)]).toEqual([3, 1, []]);
  });

  it('cancel the session and request: no request lives on in a session that is cancelled', async () => {
    const { t, stage, sessions, enrolments, elsewhere, full, count, faults } = p;
    const employer = await stage.employer({ agents: 6 });
    const { session, ids } = await full(employer);
    const direct = await stage.employer({ agents: 3, chain: DIRECT });
    const done = await colliding(t, session.id, [
      () => refusal(sessions.cancel(session.manager, session.id, 'Salle inondée')),
      ...[...direct.agents, ...employer.agents.slice(3)].map(({ actor }) => () => refusal(elsewhere().request(actor, session.id, {}, null))),
      () => refusal(enrolments.withdraw(employer.agents[0]!.actor, ids[0]!)),
    ]);
    expect(done[0]).toBeNull();
    expect(done.slice(1).filter((code) => ![null, 'session.closed', 'lifecycle.refused'].includes(code))).toEqual([]);
    expect(await count(session, 'submitted', 'transmitted', 'waiting', 'offered', 'admitted', 'convoked')).toBe(0);
    expect(await faults(session)).toEqual([]);
  });

  it('two groups of the same people in crossing order: one has its places, the other is refused, and no deadlock is told', async () => {
    const { t, stage, ledger, asks } = p;
    const { agents, officer } = await stage.employer({ agents: 2 });
    const day = inDays(33);
    const sessions = [await t.a.session({ slots: [{ date: day, start: '09:00', end: '12:00' }] }), await t.a.session({ slots: [{ date: day, start: '11:00', end: '16:00' }] })];
    const decisions = [];
    for (const [n, { id }] of sessions.entries()) {
      const people = n === 0 ? agents : [...agents].reverse();
      const requests = [{ id: await asks(people[0]!, { id }), version: 1 }, { id: await asks(people[1]!, { id }), version: 1 }];
      decisions.push({ requests, session: { id, startsAt: new Date(`${day}T08:00:00Z`) }, action: 'validate', target: 'placed', actorId: officer.personId } as const);
    }
    expect((await Promise.all(decisions.map((decision) => refusal(ledger.decide(decision))))).sort()).toEqual(['enrolment.overlaps', null].sort());
  });
});

/** What the same scenes become without what protects them: a test that still passed would prove nothing. */
describe('without their protections', () => {
  const twin = (name: string, without: Parameters<typeof unprotect>[1], shows: (p: Play) => Promise<void>) =>
    it(name, async () => {
      const p = await play();
      await unprotect(p.t, without);
      await shows(p);
      // Its database is thrown away with what it has become, which the invariants may well refuse.
      await p.t.close().catch(() => undefined);
    });

  const UNLOCKED = [
    [' for no key update;', ';'], [' for no key update skip locked);', ');'], ['from decided where enters order by employer, n', 'from decided, pg_sleep(0.4) where enters order by employer, n'],
  ] as const;
  /** Neither looked for nor kept. */
  const NO_KEY = [['and i.key = a.key', 'and false'], ['where enters and key is not null', 'where false']] as const;

  twin('the lock of the session: those who lose the race are refused by the counter instead of getting a rank', { rewrite: { 'training.enrol': UNLOCKED } }, async (p) => {
    const { refused, admitted, faults } = await SCENES.lastSeat(p, 6);
    expect([refused, admitted, faults]).toEqual([expect.arrayContaining([null, 'session.full']), 1, []]);
  });

  twin('the lock and the counter: one seat is sold several times', { drop: COUNTER, rewrite: { 'training.enrol': UNLOCKED } }, async (p) => {
    const { admitted, faults } = await SCENES.lastSeat(p, 6);
    expect(admitted).toBeGreaterThan(1);
    expect(faults).toContain('oversold');
  });

  twin('passing by a session that is held: everybody waits for whoever holds it', { rewrite: { 'training.enrol': [[' skip locked);', ');']] } }, async (p) => {
    const { meanwhile, afterwards } = await SCENES.oneIsHeld(p, () => waitingForLocks(p.t, 1));
    expect([meanwhile[0], meanwhile[1] === 4, afterwards]).toEqual([0, false, [2, 2, 4]]);
  });

  twin('one after the other where seats are shared out: seats that an employer may have stay empty', { rewrite: { 'training.enrol': [['case when shared then nth else 1 end', '1']] } }, async (p) =>
    expect((await SCENES.sharedOut(p)).seats).not.toContain('limited admitted 2'));

  twin('the version of what was read: both officers decide', { rewrite: { 'training.decide': [['and e.version = o.version', '']] } }, async (p) =>
    expect(await SCENES.twoOfficers(p)).toMatchObject({ refused: [], decisions: 2 }));

  twin('one live request per agent: there are two', { drop: ['uq_enrolment_one_live_per_agent'] }, async (p) => expect(await SCENES.twiceTheSame(p)).toEqual({ refused: [], live: 2 }));

  twin('one place at a time: an agent is in two rooms', { drop: ['ex_enrolment_one_place_at_a_time'], rewrite: { 'training.decide': [["if p_target = 'placed' then", `if p_target = 'placed' then ${SLOW}`]] } }, async (p) =>
    expect(await SCENES.twoPlacesAtOnce(p)).toEqual({ refused: [], statuses: ['admitted', 'admitted'] }));

  twin('the queue moved with what frees a seat: mod_booking 1073, 693', { rewrite: { 'training.decide': [['perform training.advance(p_session, p_at, p_until);', '']] } }, async (p) => {
    const { statuses, faults } = await SCENES.oneWithdraws(p);
    expect(statuses).toEqual(['withdrawn', 'waiting', 'waiting', 'admitted']);
    expect(faults).toEqual(expect.arrayContaining(['unoffered', 'overtaken']));
  });

  twin('the order of the queue: pretix 2119, the last in line is served first', { rewrite: { 'training.advance': [['order by min(array', 'order by max(array'], ['queue_number])', 'queue_number]) desc']] } }, async (p) =>
    expect(await SCENES.oneWithdraws(p)).toEqual({ statuses: ['withdrawn', 'waiting', 'offered', 'waiting'], faults: ['overtaken'] }));

  twin('the count of what is free: mod_booking 809', { rewrite: { 'training.free_for': [['then s.capacity - s.seats_taken', 'then s.capacity - s.seats_taken - 1']] } }, async (p) => {
    const { statuses, faults } = await SCENES.twelfth(p);
    expect(statuses.slice(10)).toEqual(['admitted', 'waiting', 'waiting']);
    expect(faults).toEqual(['unoffered']);
  });

  twin('the list of those who wait: mod_booking 899', { drop: ['ck_enrolment_step'], rewrite: { 'training.advance': [["e.status = 'waiting'", "e.status in ('waiting', 'submitted')"]] } }, async (p) =>
    expect(await SCENES.raisedBesideUndecided(p)).toMatchObject({ undecided: 'offered', faults: ['overtaken'] }));

  twin('the list of those who wait: pretix 1163', { rewrite: { 'training.advance': [["e.status = 'waiting'", "e.status in ('waiting', 'withdrawn')"]] } }, async (p) =>
    expect((await SCENES.leftThenFreed(p)).statuses).toContain('offered'));

  twin(
    'the count of what is released: pretix 1238',
    { drop: COUNTER, rewrite: { 'training.advance': [['exit when free <= 0;', ''], ['continue when training.free_for(p_session, u.employer, u.delegation) < u.size;', '']] } },
    async (p) => expect(await SCENES.releasedUnused(p)).toEqual({ admitted: 1, offered: 11, waiting: 0, faults: ['oversold'] }),
  );

  twin('groups: pretix 974, one is seated without the other', { rewrite: { 'training.advance': [['coalesce(e.group_id, e.id)', 'e.id']] } }, async (p) =>
    expect((await SCENES.groupWaits(p)).together.sort()).toEqual(['offered', 'waiting']));

  twin('the key of the click: the same click has two answers', { rewrite: { 'training.enrol': NO_KEY } }, async (p) =>
    expect((await SCENES.sameKey(p)).codes.sort()).toEqual([201, 409]));

  twin('the key of the click, and one request per agent: twenty requests', { drop: ['uq_enrolment_one_live_per_agent'], rewrite: { 'training.enrol': NO_KEY } }, async (p) =>
    expect(await SCENES.sameKey(p)).toMatchObject({ codes: [201], requests: 20, told: 20 }));

  twin('one message per fact and person: four', { drop: ['uq_message_event_person_template'] }, async (p) => expect(await SCENES.jobThreeTimes(p)).toBeGreaterThan(1));
});
