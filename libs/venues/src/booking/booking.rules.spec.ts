import { BOOKING_STATUSES, bookingLife, hostActions, LIVE } from './booking.rules';

describe('bookingLife', () => {
  it('only lets live bookings end', () =>
    expect(BOOKING_STATUSES.filter((status) => bookingLife.available(status).length)).toEqual(LIVE));
  it('offers a host what waits for them', () => expect(hostActions('held')).toEqual(['confirm', 'refuse']));
  it('offers a host nothing once confirmed', () => expect(hostActions('confirmed')).toEqual([]));
});
