import { instantOf } from '@app/platform';
import { type Calendar, closedAt, daysBetween, halfDaysOn } from './half-days.rules';

const hours = [{ start: '09:00', end: '12:30' }, { start: '13:30', end: '17:00' }];
const always: Calendar = { holidays: new Set(), closures: [], weekHours: null };
const now = Date.parse('2027-01-01T00:00:00Z');
const morning = (date: string, zone = 'Europe/Paris') => halfDaysOn([date], hours, zone)[0]!;

describe('halfDaysOn', () => {
  it('reads local hours on the clock of the place, before and after it changes', () =>
    expect(['2027-03-26', '2027-03-29'].map((date) => new Date(morning(date).from).toISOString())).toEqual(['2027-03-26T08:00:00.000Z', '2027-03-29T07:00:00.000Z']));
  it('knows the clocks of overseas', () =>
    expect(['Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'].map((zone) => new Date(morning('2027-03-26', zone).from).toISOString())).toEqual([
      '2027-03-26T05:00:00.000Z', '2027-03-26T13:00:00.000Z', '2027-03-25T22:00:00.000Z',
    ]));
  it('finds no instant in the hour that the clock skips', () => expect(halfDaysOn(['2027-03-28'], [{ start: '02:30', end: '05:00' }], 'Europe/Paris')[0]!.from).toBeNaN());
  it.each(['Europe/Paris', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Pacific/Noumea', 'America/Miquelon'])('agrees with the clock of %s every day of a year, hour by hour', (zone) => {
    const year = daysBetween('2027-01-01', '2027-12-31');
    const every = [{ start: '00:30', end: '02:30' }, { start: '03:30', end: '23:45' }];
    const read = year.flatMap((date) => every.flatMap(({ start, end }) => [instantOf(date, start, zone)?.getTime() ?? NaN, instantOf(date, end, zone)?.getTime() ?? NaN]));
    for (const from of [0, 60, 273]) {
      const days = year.slice(from, from + 92);
      expect(halfDaysOn(days, every, zone).flatMap((half) => [half.from, half.to])).toEqual(read.slice(from * 4, (from + days.length) * 4));
    }
  });
  it('counts days over the end of a year', () => expect(daysBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']));
});

describe('closedAt', () => {
  it.each<[string, string, Partial<Calendar>, string | null]>([
    ['a day of work', '2027-03-02', {}, null],
    ['a Saturday', '2027-03-06', {}, 'weekend'],
    ['a day gone by', '2026-12-31', {}, 'past'],
    ['a public holiday', '2027-03-29', { holidays: new Set(['2027-03-29']) }, 'holiday'],
    ['the last day of a closure', '2027-03-05', { closures: [['2027-03-01', '2027-03-05']] }, 'closure'],
    ['the day after a closure', '2027-03-08', { closures: [['2027-03-01', '2027-03-05']] }, null],
    ['hours that hold the half-day', '2027-03-01', { weekHours: [[9 * 60, 12 * 60], [12 * 60, 13 * 60]] }, null],
    ['hours that end before it', '2027-03-01', { weekHours: [[9 * 60, 12 * 60]] }, 'hours'],
    ['a place that never opens', '2027-03-01', { weekHours: [] }, 'hours'],
  ])('%s', (_, date, calendar, closed) => expect(closedAt({ ...always, ...calendar }, morning(date), now)).toBe(closed));
});
