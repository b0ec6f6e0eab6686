import { answerBy, BOOKING_STATUSES, bookingLife, hostActions, LIVE, remindAt } from './booking.rules';

describe('bookingLife', () => {
  it('only lets live bookings end', () =>
    expect(BOOKING_STATUSES.filter((status) => bookingLife.available(status).length)).toEqual(LIVE));
  it('offers a host what waits for them', () => expect(hostActions('held')).toEqual(['confirm', 'refuse']));
  it('offers a host nothing once confirmed', () => expect(hostActions('confirmed')).toEqual([]));
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
