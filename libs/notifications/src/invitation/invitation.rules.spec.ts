import { methodFor } from './invitation.rules';

describe('what a calendar is told', () => {
  const seat = { status: 'admitted', sessionStatus: 'open', hasDates: true } as const;
  it.each([
    ['a seat', seat, null, 'REQUEST'],
    ['a seat again, elsewhere or at other hours', seat, 'REQUEST', 'REQUEST'],
    ['a convocation', { ...seat, status: 'convoked' }, 'REQUEST', 'REQUEST'],
    ['dates given back to a session put off', { ...seat, sessionStatus: 'postponed' }, 'CANCEL', 'REQUEST'],
    ['a session put off without dates', { ...seat, sessionStatus: 'postponed', hasDates: false }, 'REQUEST', 'CANCEL'],
    ['a withdrawal', { ...seat, status: 'withdrawn' }, 'REQUEST', 'CANCEL'],
    ['a cancelled session', { ...seat, sessionStatus: 'cancelled', status: 'cancelled' }, 'REQUEST', 'CANCEL'],
    ['a second cancellation', { ...seat, status: 'cancelled' }, 'CANCEL', null],
    ['a withdrawal of who was never invited', { ...seat, status: 'withdrawn' }, null, null],
    ['a place in the waiting list', { ...seat, status: 'waiting' }, null, null],
    ['an attendance', { ...seat, status: 'attested' }, 'REQUEST', null],
  ] as const)('%s', (_, standing, told, expected) => expect(methodFor(standing, told)).toBe(expected));
});
