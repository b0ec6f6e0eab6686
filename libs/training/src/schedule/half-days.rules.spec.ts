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
