import fc from 'fast-check';
import type { Actor } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { type Ask, type Kind, SeatModel } from '../../../../test/support/seat-model';
import { type Asker, type Employer, faultsOf, refusal, seatStage } from '../../../../test/support/seats';
import { SessionService } from '../session/session.service';
import { WAITING_RANK } from './enrolment.queries';
import { EnrolmentService } from './enrolment.service';
import { SeatAudit } from './seat-audit';
import { SeatClock } from './seat-clock';
import { SeatLedger } from './seat-ledger';

/** How many plays, of how many commands and after how many have asked at most: short ones are many, long ones go far. */
const PLAYS = [[600, 8, 4], [60, 40, 10]] as const;
const COLLISIONS = 80;
const MINUTES = 60_000;

type Session = Awaited<ReturnType<ReturnType<typeof seatStage>['session']>>;
/** `does` without comparing what has become of it. */
type Command = fc.AsyncCommand<SeatModel, Session> & { does: fc.AsyncCommand<SeatModel, Session>['run'] };
/** What one does with a request, known by whose it is. */
type Deed = (actors: { agent: Actor; officer: Actor; manager: Actor; supervisor: Actor | null }, id: string) => Promise<unknown>;

const LAPSED = 'lifecycle.refused';

describe('seats, whatever happens in whatever order', () => {
  let t: TestApp;
  let stage: ReturnType<typeof seatStage>;
  let employers: Record<Kind, Employer>;
  let people: Asker[];
  let enrolments: EnrolmentService;
  let sessions: SessionService;
  let clock: SeatClock;
  let ledger: SeatLedger;

  beforeAll(async () => {
    t = await testApp();
    stage = seatStage(t);
    [enrolments, sessions, clock, ledger] = [t.app.get(EnrolmentService), t.app.get(SessionService), t.app.get(SeatClock), t.app.get(SeatLedger)];
    employers = {
      supervised: await stage.employer({ agents: 3, supervised: true }),
      plain: await stage.employer({ agents: 4 }),
      direct: await stage.employer({ agents: 6, chain: { opinion: 'none', validates: false, visa: false } }),
      strict: await stage.employer({ agents: 2, supervised: true, chain: { opinion: 'decisive', validates: true, visa: true } }),
    };
    people = Object.values(employers).flatMap(({ agents }) => agents);
  });
  /** Closing the application checks every invariant over all the sessions that were played. */
  afterAll(() => t.close());

  const kindOf = ({ employer }: Asker): Kind => (Object.keys(employers) as Kind[]).find((kind) => employers[kind] === employer)!;
  /** An even number picks among what can be done, an odd one anything. */
  const pick = <T>(n: number, possible: T[], any: T[]): T | undefined => (n % 2 === 0 && possible.length ? possible : any)[(n >> 1) % ((n % 2 === 0 && possible.length) || any.length)];

  const same = async (model: SeatModel, { id }: Session): Promise<void> => {
    const found = await t.db.one(
      `select s.capacity, s.seats_taken as taken,
              array(select concat_ws(' ', e.id, e.status, e.step, ${WAITING_RANK}) from training.enrolment e where e.session_id = s.id order by e.id) as asks
         from training.session s where s.id = $1`,
      [id],
    );
    const asks = model.asks.map((ask) => [ask.id, ask.status, ask.step, model.rank(ask)].filter((part) => part !== null).join(' '));
    expect(found).toEqual({ capacity: model.capacity, taken: model.taken, asks });
  };

  const command = (name: string, does: Command['does'], check: (model: SeatModel) => boolean = () => true): Command => ({
    check, does, toString: () => name,
    run: async (model, real) => {
      await does(model, real);
      await same(model, real);
    },
  });

  /** Something done with the last request of an agent: either it is refused for the reason told, or the model does it too. */
  const deed = (name: string, n: number, does: Deed, refuses: (ask: Ask) => string | null, then: (model: SeatModel, ask: Ask) => void): Command =>
    command(
      `${name}(${n})`,
      async (model, { manager }) => {
        const last = people.flatMap((who) => model.latest(who) ?? []);
        const ask = pick(n, last.filter((one) => !refuses(one)), last)!;
        const { actor: agent, employer } = ask.who;
        const expected = refuses(ask);
        expect(await refusal(does({ agent, manager, ...employer }, ask.id))).toBe(expected);
        if (!expected) then(model, ask);
      },
      (model) => model.asks.length > 0,
    );
  const inStep = (...steps: string[]) => ({ status, step }: Ask) => (status !== 'submitted' ? LAPSED : steps.includes(step!) ? null : 'enrolment.own');
  const from = (...statuses: string[]) => ({ status }: Ask) => (statuses.includes(status) ? null : LAPSED);

  const request = (n: number) =>
    command(`request(${n})`, async (model, { id }) => {
      const who = pick(n, people.filter((some) => !model.live(some)), people)!;
      const expected = !model.open ? 'session.closed' : model.live(who) ? 'enrolment.already_requested' : null;
      let made: string | undefined;
      expect(await refusal(enrolments.request(who.actor, id, {}, null).then(({ receipt }) => (made = receipt.id)))).toBe(expected);
      if (made) model.request(who, made);
    });
  const opine = (n: number, opinion: 'favourable' | 'unfavourable') =>
    deed(
      `opine:${opinion}`, n, ({ supervisor, officer }, id) => enrolments.opine(supervisor ?? officer, id, { opinion, reason: 'Un avis motivé' }), inStep('opinion'),
      (model, ask) => {
        if (opinion === 'favourable' || kindOf(ask.who) !== 'strict') return model.onward([ask], 'opinion');
        // After a refusal the joint commission is heard: the officer decides, whatever the opinion.
        if (model.wasRefused(ask.who)) ask.step = 'validation';
        else model.end(ask, 'refused');
      },
    );
  const validate = (n: number, byLaw: boolean) =>
    deed(`validate${byLaw ? ':byLaw' : ''}`, n, ({ officer }, id) => enrolments.validate(officer, id, byLaw), inStep('validation'), (model, ask) => {
      const asks = model.together(ask);
      for (const one of asks) one.priority = byLaw ? 1 : 99;
      model.onward(asks, 'validation');
    });
  const endorse = (n: number) => deed('endorse', n, ({ officer }, id) => enrolments.endorse(officer, id, 'Signé le 12 mars'), inStep('visa'), (model, ask) => model.onward(model.together(ask), 'visa'));
  const refuse = (n: number) => deed('refuse', n, ({ officer }, id) => enrolments.refuse(officer, id, { reason: 'Nécessité de service', commissionOn: '2026-01-05' }), inStep('validation', 'visa'), (model, ask) => model.end(ask, 'refused'));
  const withdraw = (n: number, byOfficer: boolean) =>
    deed(`withdraw${byOfficer ? ':officer' : ''}`, n, ({ agent, officer }, id) => enrolments.withdraw(byOfficer ? officer : agent, id), from('submitted', 'admitted', 'waiting', 'offered'), (model, ask) => model.end(ask, 'withdrawn'));
  const accept = (n: number) => deed('accept', n, ({ agent }, id) => enrolments.accept(agent, id), from('offered'), (_, ask) => (ask.status = 'admitted'));
  const decline = (n: number) => deed('decline', n, ({ agent }, id) => enrolments.decline(agent, id), from('offered'), (model, ask) => model.end(ask, 'withdrawn'));
  const notSelect = (n: number) => deed('notSelect', n, ({ manager }, id) => enrolments.notSelect(manager, id, 'Hors public'), from('waiting'), (model, ask) => model.end(ask, 'not_selected'));
  const release = (n: number) => deed('release', n, ({ manager }, id) => enrolments.release(manager, id, 'Arrêt de travail'), from('convoked'), (model, ask) => model.end(ask, 'withdrawn'));
  const lapse = (n: number) =>
    command(
      `lapse(${n})`,
      async (model) => {
        const offered = model.asks.filter(({ status }) => status === 'offered');
        const ask = offered[n % offered.length]!;
        await t.db.query(`update training.enrolment set offer_until = now() - interval '1 second' where id = $1`, [ask.id]);
        expect(await refusal(enrolments.accept(ask.who.actor, ask.id))).toBe('offer.lapsed');
        await clock.lapse();
        model.end(ask, 'withdrawn');
      },
      (model) => model.asks.some(({ status }) => status === 'offered'),
    );
  const silence = (n: number) =>
    command(
      `silence(${n})`,
      async (model) => {
        const silent = model.asks.filter(({ step }) => step === 'opinion');
        const ask = silent[n % silent.length]!;
        await t.db.query(`update training.enrolment set due_at = now() - interval '1 second' where id = $1`, [ask.id]);
        await clock.passOver();
        model.onward([ask], 'opinion');
      },
      (model) => model.asks.some(({ step }) => step === 'opinion'),
    );
  const resize = (capacity: number) =>
    command(`resize(${capacity})`, async (model, { id, manager }) => {
      const expected = !model.open ? LAPSED : capacity < model.taken ? 'session.below_taken' : null;
      const { version } = (await t.db.one<{ version: number }>('select version from training.session where id = $1', [id]))!;
      expect(await refusal(sessions.resize(manager, id, version, { capacity }))).toBe(expected);
      if (expected) return;
      model.capacity = capacity;
      model.advance();
    });
  const releaseShares = () =>
    command(
      'releaseShares',
      async (model, { id }) => {
        await t.db.query(`update training.session_share set release_at = now() - interval '1 second' where session_id = $1 and reserved > 0`, [id]);
        await clock.release();
        for (const share of model.shares) share.reserved = 0;
        model.advance();
      },
      (model) => model.shares.some(({ reserved }) => reserved > 0),
    );
  const convoke = () =>
    command(
      'convoke',
      async (model) => {
        await clock.convoke();
        for (const ask of model.asks) if (ask.status === 'admitted') ask.status = 'convoked';
      },
      (model) => model.confirmed && model.open,
    );
  /** Two colleagues ask to come together; their employer decides on both at once. */
  const colleagues = (model: SeatModel, n: number) =>
    employers.plain.agents.map((who) => model.latest(who)).filter((ask): ask is Ask => ask?.status === 'submitted' && ask.group === null).slice(0, 2 + (n % 2));
  const group = (n: number) =>
    command(
      `group(${n})`,
      async (model) => {
        const asks = colleagues(model, n);
        const key = (await t.db.one<{ id: string }>('update training.enrolment set group_id = uuidv7() where id = $1 returning group_id as id', [asks[0]!.id]))!.id;
        await t.db.query('update training.enrolment set group_id = $2 where id = any($1)', [asks.map(({ id }) => id), key]);
        for (const ask of asks) ask.group = key;
      },
      (model) => colleagues(model, n).length > 1,
    );
  const together = (model: SeatModel) => employers.plain.agents.map((who) => model.latest(who)).filter((ask): ask is Ask => ask?.status === 'submitted' && ask.group !== null);
  const validateGroup = () =>
    command(
      'validateGroup',
      async (model, session) => {
        const asks = together(model).filter(({ group: key }, _, [first]) => key === first!.group);
        const versions = await t.db.query<{ id: string; version: number }>('select id, version from training.enrolment where id = any($1)', [asks.map(({ id }) => id)]);
        const requests = asks.map(({ id }) => versions.find((row) => row.id === id)!);
        await ledger.decide({ requests, session, action: 'validate', target: 'placed', actorId: employers.plain.officer.personId, decides: true });
        model.onward(asks, 'validation');
      },
      (model) => model.open && together(model).length > 0,
    );
  const cancel = () =>
    command(
      'cancel',
      async (model, { id, manager }) => {
        await sessions.cancel(manager, id, 'Salle inondée');
        model.cancel();
      },
      (model) => model.open && model.asks.length > 11,
    );

  const who = fc.nat(99);
  const capacity = fc.integer({ min: 1, max: 5 });
  const COMMANDS = [
    who.map(request), who.map(request), who.map(request), who.map(request), who.map(request), who.map(request),
    fc.tuple(who, fc.constantFrom('favourable' as const, 'unfavourable' as const)).map(([n, opinion]) => opine(n, opinion)),
    fc.tuple(who, fc.boolean()).map(([n, byLaw]) => validate(n, byLaw)), who.map((n) => validate(n, false)), who.map((n) => validate(n, false)),
    who.map(endorse), who.map(refuse), fc.tuple(who, fc.boolean()).map(([n, byOfficer]) => withdraw(n, byOfficer)), who.map((n) => withdraw(n, false)),
    who.map(accept), who.map(decline), who.map(lapse), who.map(silence), who.map(notSelect), who.map(release),
    capacity.map(resize), fc.constant(null).map(releaseShares), fc.constant(null).map(convoke), fc.nat(1).map(group), fc.constant(null).map(validateGroup), fc.constant(null).map(cancel),
  ];
  const start = fc.record({
    capacity, confirmed: fc.boolean(),
    kept: fc.option(fc.constantFrom<Kind>('supervised', 'direct')), most: fc.option(fc.constantFrom<Kind>('plain', 'direct')),
  });

  it.each(PLAYS)('are as a plain model says, after each thing done: %i plays of at most %i', async (numRuns, maxCommands, maxCrowd) => {
    const { verdict: before } = await t.app.get(SeatAudit).run();
    await fc.assert(
      fc.asyncProperty(start, fc.array(who, { maxLength: maxCrowd }), fc.commands(COMMANDS, { maxCommands, size: 'max' }), async ({ capacity: seats, confirmed, kept, most }, crowd, commands) => {
        // What another play refused, for the same course, would call for the joint commission in this one.
        await t.db.query(`update training.enrolment set status = 'withdrawn' where status = 'refused'`);
        const session = await stage.session(seats, confirmed ? 'confirmed' : 'open');
        const model = new SeatModel(seats, confirmed, kindOf);
        for (const [kind, says] of [[kept, { reserved: 1, atMost: null }], [kept === most ? null : most, { reserved: 0, atMost: 2 }]] as const)
          if (kind) {
            await stage.share(session.id, employers[kind].id, says);
            model.shares.push({ employerId: employers[kind].id, reserved: says.reserved, most: says.atMost });
          }
        for (const n of crowd) for (const first of [request(n * 2), validate(n * 2, false)]) if (first.check(model)) await first.does(model, session);
        await fc.asyncModelRun(() => ({ model, real: session }), commands);
        expect(await faultsOf(t, session.id)).toEqual([]);
      }),
      { numRuns },
    );
    const { verdict } = await t.app.get(SeatAudit).run();
    expect(verdict).toMatchObject({ oversold: 0, overtaken: 0, unoffered: 0 });
    // Runs of commands that all found nothing to do would prove nothing.
    expect(verdict.events - before.events).toBeGreaterThan(numRuns * 3);
  }, 10 * MINUTES);

  /** What may be answered to who comes a moment too late; never that the database was busy. */
  const TOO_LATE = [null, 'session.closed', 'session.below_taken', 'enrolment.already_requested', 'enrolment.own', 'enrolment.changed', 'lifecycle.refused', 'edit.stale', 'offer.lapsed'];

  it('stay right when several do things at once', async () => {
    const seen = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(capacity, fc.array(fc.array(fc.tuple(fc.nat(11), fc.nat(99)), { minLength: 4, maxLength: 9 }), { minLength: 2, maxLength: 5 }), async (seats, rounds) => {
        const session = await stage.session(seats);
        const { id, manager } = session;
        await Promise.all(people.slice(4, 12).map(({ actor }) => enrolments.request(actor, id, {}, null)));
        for (const round of rounds) {
          const asks = await t.db.query<{ id: string; agentId: string }>('select distinct on (agent_id) id, agent_id as "agentId" from training.enrolment where session_id = $1 order by agent_id, id desc', [id]);
          const { version } = (await t.db.one<{ version: number }>('select version from training.session where id = $1', [id]))!;
          const done = await Promise.all(
            round.map(([what, n]) => {
              const ask = asks[n % asks.length]!;
              const { actor: agent, employer } = people.find(({ actor }) => actor.personId === ask.agentId)!;
              const { officer, supervisor } = employer;
              const doings = [
                () => enrolments.request(people[n % people.length]!.actor, id, {}, null), () => enrolments.validate(officer, ask.id), () => enrolments.validate(officer, ask.id, true), () => enrolments.refuse(officer, ask.id, { reason: 'Non', commissionOn: '2026-01-05' }),
                () => enrolments.withdraw(agent, ask.id), () => enrolments.withdraw(officer, ask.id), () => enrolments.accept(agent, ask.id), () => enrolments.decline(agent, ask.id),
                () => sessions.resize(manager, id, version, { capacity: 1 + (n % 6) }), () => (supervisor ? enrolments.opine(supervisor, ask.id, { opinion: 'favourable', reason: 'Oui' }) : enrolments.validate(officer, ask.id)),
                () => (n % 8 ? enrolments.validate(officer, ask.id) : sessions.cancel(manager, id, 'Salle inondée')),
                async () => {
                  await t.db.query(`update training.enrolment set offer_until = now() - interval '1 second' where id = $1 and status = 'offered'`, [ask.id]);
                  await clock.lapse();
                },
              ];
              return refusal(doings[what]!());
            }),
          );
          for (const code of done) seen.add(code);
          expect(await faultsOf(t, id)).toEqual([]);
        }
      }),
      { numRuns: COLLISIONS },
    );
    expect([...seen].filter((code) => !TOO_LATE.includes(code))).toEqual([]);
  }, 10 * MINUTES);
});
