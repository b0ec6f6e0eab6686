import { actionsOf, answerBy, BOOKING_STATUSES, bookingLife, LIVE, remindAt } from './booking.rules';

describe('bookingLife', () => {
  it('only lets live bookings end', () =>
    expect(BOOKING_STATUSES.filter((status) => bookingLife.available(status).length)).toEqual(LIVE));
});

describe('the deadline of a held booking', () => {
  const now = new Date('2027-03-01T08:00:00Z');
  const from = (day: string) => ({ from: new Date(`${day}T09:00:00Z`), to: new Date(`${day}T10:00:00Z`) });
  it('is so many days ahead', () => expect(answerBy(now, from('2027-04-01'), 7)).toEqual(new Date('2027-03-08T08:00:00Z')));
  it('is its start when that comes first', () => expect(answerBy(now, from('2027-03-03'), 7)).toEqual(new Date('2027-03-03T09:00:00Z')));
  it('is recalled two days before, or halfway', () => {
    expect(remindAt(now, new Date('2027-03-08T08:00:00Z'))).toEqual(new Date('2027-03-06T08:00:00Z'));
    expect(remindAt(now, new Date('2027-03-01T10:00:00Z'))).toEqual(new Date('2027-03-01T09:00:00Z'));
  });
});

describe('actionsOf', () => {
  const host = { kind: 'session', isOver: false, isHost: true, isAsker: false } as const;
  it('of a host answers what waits, and leaves a session where it is', () => {
    expect(actionsOf({ ...host, status: 'held' })).toEqual(['confirm', 'refuse']);
    expect(actionsOf({ ...host, status: 'confirmed' })).toEqual([]);
  });
  it('of a meeting moves or cancels it, for its host and for who asked', () => {
    expect(actionsOf({ ...host, kind: 'meeting', status: 'held' })).toEqual(['confirm', 'refuse', 'move', 'cancel']);
    expect(actionsOf({ ...host, kind: 'meeting', isHost: false, isAsker: true, status: 'confirmed' })).toEqual(['move', 'cancel']);
  });
  it('of what is over or not one’s own is nothing', () => {
    expect(actionsOf({ ...host, kind: 'meeting', isOver: true, status: 'confirmed' })).toEqual([]);
    expect(actionsOf({ ...host, kind: 'meeting', isHost: false, status: 'held' })).toEqual([]);
  });
});
