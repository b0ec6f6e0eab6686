import { actionsOf, answerBy, BOOKING_STATUSES, bookingLife, LIVE, periodOn, remindAt } from './booking.rules';

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
  const host = { isOver: false, isHost: true, isAsker: false } as const;
  it('answer what waits, move and cancel, for its host and for who asked', () => {
    expect(actionsOf({ ...host, status: 'held' })).toEqual(['confirm', 'refuse', 'move', 'cancel']);
    expect(actionsOf({ ...host, status: 'confirmed' })).toEqual(['move', 'cancel']);
    expect(actionsOf({ ...host, isHost: false, isAsker: true, status: 'confirmed' })).toEqual(['move', 'cancel']);
  });
  it('of what is over or not one’s own is nothing', () => {
    expect(actionsOf({ ...host, isOver: true, status: 'confirmed' })).toEqual([]);
    expect(actionsOf({ ...host, isHost: false, status: 'held' })).toEqual([]);
  });
});

describe('periodOn', () => {
  const now = new Date('2027-03-01T08:00:00Z');
  const on = (date: string, start: string, end: string, zone = 'Europe/Paris') => () => periodOn({ date, start, end }, zone, now);
  it('is on the clock of the place', () =>
    expect(on('2027-03-02', '09:00', '12:00', 'Indian/Reunion')()).toEqual({ from: new Date('2027-03-02T05:00:00Z'), to: new Date('2027-03-02T08:00:00Z') }));
  it.each([
    ['/end', 'booking.period_empty', '2027-03-02', '12:00', '09:00'],
    ['/end', 'booking.period_empty', '2027-03-02', '09:00', '09:00'],
    ['/start', 'booking.skipped_hour', '2027-03-28', '02:30', '04:00'],
    ['/end', 'booking.skipped_hour', '2027-03-28', '01:00', '02:30'],
    ['/date', 'booking.past', '2027-03-01', '09:00', '12:00'],
  ])('names %s (%s)', (pointer, code, date, start, end) => {
    const extra = { errors: [expect.objectContaining({ pointer, code })] };
    expect(on(date, start, end)).toThrow(expect.objectContaining({ extra }));
  });
});
