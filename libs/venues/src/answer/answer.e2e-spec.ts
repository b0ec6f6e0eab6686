import { Clock, Outbox } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { BookingService } from '../booking/booking.service';
import { DeadlineService } from '../booking/deadline.service';
import { AnswerLinks } from './answer-links';
import type { AnswerView } from './answer.dto';

class HandClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead * 86_400_000);
  }
}

const DAY = inDays(20);
const at = (hour: number) => new Date(`${DAY}T${String(hour).padStart(2, '0')}:00:00Z`);

describe('answering a demand from the mail', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  const clock = new HandClock();
  beforeAll(async () => {
    t = await testApp({ override: (builder) => builder.overrideProvider(Clock).useValue(clock) });
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
  });
  afterAll(() => t.close());
  beforeEach(() => void (clock.ahead = 0));

  const demand = async (recipient = host): Promise<{ token: string; ids: string[]; demandId: string; roomId: string }> => {
    const { id: roomId } = await t.a.room(host, { autoConfirm: false });
    const held = await t.app.get(BookingService).hold({
      roomId, periods: [{ from: at(8), to: at(11) }, { from: at(13), to: at(16) }], requestedBy: manager.id, organisationId: manager.organisationId,
      purpose: 'Découvrir le C2i2e', people: 8,
    });
    const { demandId } = (await t.db.one<{ demandId: string }>('select demand_id as "demandId" from venues.booking where id = $1', [held[0]!.id]))!;
    return { token: (await t.app.get(AnswerLinks).issue(demandId, recipient.id))!, ids: held.map(({ id }) => id), demandId, roomId };
  };
  const read = (token: string) => t.anyone.get(`/booking-answers/${token}`);
  const answer = (token: string, decision: string, reason?: string, version = 1) => t.anyone.post('/booking-answers', { token, decision, reason }, version);
  const statuses = async (ids: string[]) => (await t.db.query<{ status: string }>('select status from venues.booking where id = any($1) order by period', [ids])).map(({ status }) => status);

  it('is read without changing anything, however often', async () => {
    const { token, ids } = await demand();
    for (let n = 0; n < 3; n += 1)
      expect((await read(token).expect(200)).body).toMatchObject({
        purpose: 'Découvrir le C2i2e', roomName: 'Salle 1', people: 8, requestedBy: manager.displayName, actions: ['confirm', 'refuse'], outcome: null,
        slots: [{ status: 'held' }, { status: 'held' }],
      });
    expect(await statuses(ids)).toEqual(['held', 'held']);
  });

  it('confirms all of it once; a second answer is told the first', async () => {
    const { token, ids } = await demand();
    expect((await answer(token, 'confirm').expect(200)).body).toMatchObject({ actions: [], outcome: expect.stringContaining('a été confirmée') });
    const again = await answer(token, 'refuse', 'Trop tard').expect(409);
    expect(again.body).toMatchObject({ code: 'answer.already', detail: expect.stringMatching(/^Cette réservation a été confirmée le .+ à \d+\u00a0h(\u00a0\d\d)?\.$/) });
    expect(await statuses(ids)).toEqual(['confirmed', 'confirmed']);
    expect(await t.db.one('select decided_by from venues.booking where id = $1', [ids[0]])).toEqual({ decided_by: host.id });
  });

  it('refuses with a reason, which who asked reads', async () => {
    const { token, ids } = await demand();
    await answer(token, 'refuse').expect(422);
    await answer(token, 'refuse', '  ').expect(422);
    await answer(token, 'cancel').expect(422);
    await answer(token, 'refuse', 'Travaux').expect(200);
    const { items } = (await manager.get('/bookings/mine?status=refused&limit=100').expect(200)).body as { items: { id: string; reason: string }[] };
    expect(items.filter(({ id }) => ids.includes(id)).map(({ reason }) => reason)).toEqual(['Travaux', 'Travaux']);
  });

  it.each([
    ['altered', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['empty', () => 'x'],
    ['another text', () => "1' or 1=1"],
  ])('is a 404 with an %s token', async (_, change) => {
    const { token, ids } = await demand();
    const wrong = change(token);
    await read(encodeURIComponent(wrong)).expect(404);
    await answer(wrong, 'confirm').expect(404);
    expect(await statuses(ids)).toEqual(['held', 'held']);
  });

  it('keeps the token nowhere', async () => {
    const { token } = await demand();
    const [found] = await t.db.query(`select count(*)::int as n from platform.signed_link where encode(token_hash, 'escape') like '%' || $1 || '%'`, [token]);
    expect(found).toEqual({ n: 0 });
  });

  it('is for one person, as long as they answer for the place', async () => {
    const { demandId } = await demand();
    const stranger = await t.as('venue_host');
    await read((await t.app.get(AnswerLinks).issue(demandId, stranger.id))!).expect(404);
    const colleague = await t.as('venue_host', { organisationId: host.organisationId });
    const token = (await t.app.get(AnswerLinks).issue(demandId, colleague.id))!;
    await read(token).expect(200);
    await t.db.query('update identity.person set active = false where id = $1', [colleague.id]);
    await answer(token, 'confirm').expect(404);
  });

  it('after the deadline says so, and a month later is over', async () => {
    const { token, ids } = await demand();
    clock.ahead = 8;
    expect((await answer(token, 'confirm').expect(409)).body).toMatchObject({ code: 'answer.already', detail: 'Le délai pour répondre à cette demande est passé.' });
    await t.app.get(DeadlineService).expire();
    expect(await statuses(ids)).toEqual(['expired', 'expired']);
    expect((await read(token).expect(200)).body as AnswerView).toMatchObject({ actions: [], outcome: expect.stringContaining('elle a expiré') });
    clock.ahead = 38;
    await read(token).expect(410);
    await answer(token, 'confirm').expect(410);
  });

  describe('that moved since the letter', () => {
    const moved = async () => {
      const { id: roomId } = await t.a.room(host, { autoConfirm: false });
      const { bookingIds: [id] } = (await manager.post(`/rooms/${roomId}/bookings`, { purpose: 'Réunion', date: DAY, start: '09:00', end: '12:00' }).expect(201)).body as { bookingIds: [string] };
      const { demandId } = (await t.db.one<{ demandId: string }>('select demand_id as "demandId" from venues.booking where id = $1', [id]))!;
      const token = (await t.app.get(AnswerLinks).issue(demandId, host.id))!;
      const move = (version: number, start = '14:00', end = '16:00') => manager.patch(`/bookings/${id}`, { date: DAY, start, end }, version);
      return { id, demandId, token, move };
    };
    const hourOf = ({ slots, timeZone }: AnswerView) => new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone }).format(new Date(slots[0]!.startsAt));

    it('is shown as it has become, and only an answer to that counts', async () => {
      const { id, demandId, token, move } = await moved();
      expect((await read(token).expect(200)).body).toMatchObject({ hasChanged: false, version: 1 });
      await move(1).expect(200);
      const stale = await answer(token, 'confirm').expect(412);
      expect(stale.body).toMatchObject({ code: 'answer.changed', detail: expect.stringContaining('Cette demande a changé') });
      expect(await statuses([id])).toEqual(['held']);
      expect(await t.db.query("select 1 from platform.outbox where type = 'venues.booking_confirmed' and payload->>'bookingId' = $1", [id])).toEqual([]);
      const now = (await read(token).expect(200).expect('etag', '"2"')).body as AnswerView;
      expect(now).toMatchObject({ hasChanged: true, version: 2, actions: ['confirm', 'refuse'] });
      expect(hourOf(now)).toBe('14:00');
      const fresh = (await t.app.get(AnswerLinks).issue(demandId, host.id))!;
      expect((await read(fresh).expect(200)).body).toMatchObject({ hasChanged: false, version: 2 });
      await answer(token, 'confirm', undefined, now.version).expect(200);
      expect(await statuses([id])).toEqual(['confirmed']);
      expect((await answer(fresh, 'refuse', 'Travaux', 2).expect(409)).body).toMatchObject({ code: 'answer.already' });
    });

    it('is asked again by the link that had confirmed it', async () => {
      const { id, token, move } = await moved();
      await answer(token, 'confirm').expect(200);
      await move(2).expect(200);
      expect((await read(token).expect(200)).body).toMatchObject({ hasChanged: true, version: 2, outcome: null, actions: ['confirm', 'refuse'] });
      await answer(token, 'refuse', 'Travaux').expect(412);
      await answer(token, 'refuse', 'Travaux', 2).expect(200);
      expect(await statuses([id])).toEqual(['refused']);
    });

    it('asks which version was read', async () => {
      const { token } = await moved();
      await t.anyone.post('/booking-answers', { token, decision: 'confirm' }).expect(428);
    });

    it('as it is answered: one comes first, and the other is told', async () => {
      for (let round = 0; round < 6; round += 1) {
        const { id, token, move } = await moved();
        const [link, asker] = await Promise.all([answer(token, 'confirm'), move(1)]);
        expect([link.status, asker.status].sort()).toEqual([200, 412]);
        expect(await statuses([id])).toEqual([link.status === 200 ? 'confirmed' : 'held']);
      }
    });
  });

  it('by link and on screen at once decides once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { token, ids } = await demand();
      const [link, screen] = await Promise.all([answer(token, 'refuse', 'Travaux'), host.post(`/bookings/${ids[0]}/confirm`, {}, 1)]);
      const [first] = await statuses(ids);
      expect([screen.status, first]).toEqual(screen.status === 200 ? [200, 'confirmed'] : [409, 'refused']);
      expect(link.status).toBe(200); // the other half-day still waited
      const events = await t.db.query("select type from platform.outbox where payload->>'bookingId' = $1 and type in ('venues.booking_confirmed', 'venues.booking_refused')", [ids[0]]);
      expect(events).toHaveLength(1);
    }
  });

  it('twice at once decides once', async () => {
    const { token } = await demand();
    const answers = await Promise.all([answer(token, 'confirm'), answer(token, 'refuse', 'Travaux'), answer(token, 'confirm')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('as it expires has one outcome', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { ids } = await demand();
      await t.db.query(`update venues.booking set answer_by = now() where id = any($1)`, [ids]);
      const [screen] = await Promise.all([host.post(`/bookings/${ids[0]}/confirm`, {}, 1), t.app.get(DeadlineService).expire()]);
      await t.app.get(DeadlineService).expire(); // what an answer held during a run, the next run takes
      const [first, second] = await statuses(ids);
      expect([first, second]).toEqual([screen.status === 200 ? 'confirmed' : 'expired', 'expired']);
    }
  });

  it('a worker that dies as it expires leaves all as it was', async () => {
    const { ids } = await demand();
    clock.ahead = 8;
    const dying = jest.spyOn(t.app.get(Outbox), 'publish').mockRejectedValueOnce(new Error('killed'));
    await expect(t.app.get(DeadlineService).expire()).rejects.toThrow('killed');
    dying.mockRestore();
    expect(await statuses(ids)).toEqual(['held', 'held']);
    await t.app.get(DeadlineService).expire();
    expect(await statuses(ids)).toEqual(['expired', 'expired']);
    expect(await t.db.query("select 1 from platform.outbox where type = 'venues.booking_expired' and payload->>'bookingId' = any($1)", [ids])).toHaveLength(2);
  });

  it('is recalled once, before it is too late', async () => {
    const { demandId } = await demand();
    const due = () => t.db.query("select 1 from platform.outbox where type = 'venues.answer_due' and payload->>'demandId' = $1", [demandId]);
    await t.app.get(DeadlineService).remind();
    expect(await due()).toHaveLength(0);
    clock.ahead = 6;
    await t.app.get(DeadlineService).remind();
    await t.app.get(DeadlineService).remind();
    expect(await due()).toHaveLength(1);
  });
});
