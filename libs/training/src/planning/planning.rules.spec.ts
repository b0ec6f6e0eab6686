import { daysFault, fixedBy } from './planning.rules';

describe('the days of a planning', () => {
  it.each([
    ['one day', '2027-01-04', '2027-01-04', null],
    ['six weeks', '2027-01-04', '2027-02-14', null],
    ['a day more', '2027-01-04', '2027-02-15', 'until'],
    ['inverted', '2027-01-04', '2027-01-03', 'until'],
    ['a year', '2027-01-04', '2028-01-04', 'until'],
  ])('%s', (_, from, until, field) => expect(daysFault(from, until)?.field ?? null).toBe(field));
});

describe('a half-day that does not move', () => {
  const now = new Date('2027-01-04T10:00:00Z');
  const half = { isMine: true, status: 'open' as const, startsAt: new Date('2027-01-05T08:00:00Z'), room: 'held' as const };

  it('moves otherwise', () => expect(fixedBy(half, now)).toBeNull());
  it.each([
    ['other', { isMine: false }],
    ['over', { status: 'closed' as const }],
    ['over', { status: 'cancelled' as const }],
    ['begun', { startsAt: now }],
    ['begun', { status: 'running' as const }],
    ['no_room', { room: 'none' as const }],
    ['other', { isMine: false, status: 'closed' as const, startsAt: now }],
  ])('%s', (why, over) => expect(fixedBy({ ...half, ...over }, now)).toBe(why));
});
