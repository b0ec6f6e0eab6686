import { confirmsAlone, emptyWindow, windowsColumn } from './auto-confirm.rules';

const tuesday = { day: 2, start: '09:00', end: '17:00' };
const paris = 'Europe/Paris';
const period = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

describe('confirmsAlone', () => {
  const inWindows = (windows: (typeof tuesday)[], timeZone: string, from: string, to: string) =>
    confirmsAlone({ autoConfirm: true, windows, timeZone }, period(from, to));

  it('always or never where no window is told', () => {
    const whenever = period('2027-03-02T23:00:00Z', '2027-03-03T23:00:00Z');
    expect(confirmsAlone({ autoConfirm: true, windows: [], timeZone: paris }, whenever)).toBe(true);
    expect(confirmsAlone({ autoConfirm: false, windows: [tuesday], timeZone: paris }, whenever)).toBe(false);
  });

  it.each<[string, string, string, boolean]>([
    ['the whole window', '2027-03-02T08:00:00Z', '2027-03-02T16:00:00Z', true],
    ['a minute too early', '2027-03-02T07:59:00Z', '2027-03-02T10:00:00Z', false],
    ['a minute too late', '2027-03-02T10:00:00Z', '2027-03-02T16:01:00Z', false],
    ['another day', '2027-03-03T08:00:00Z', '2027-03-03T10:00:00Z', false],
    ['the same local hour in summer', '2027-07-06T07:00:00Z', '2027-07-06T15:00:00Z', true],
    ['until the same hour a week later', '2027-03-02T08:00:00Z', '2027-03-09T08:00:00Z', false],
  ])('%s', (_, from, to, expected) => expect(inWindows([tuesday], paris, from, to)).toBe(expected));

  it('reads the clock of the place', () =>
    expect(inWindows([tuesday], 'Pacific/Noumea', '2027-03-01T22:00:00Z', '2027-03-02T06:00:00Z')).toBe(true));

  it('joins windows that touch, over midnight and over Sunday', () => {
    const night = [
      { day: 7, start: '20:00', end: '00:00' },
      { day: 1, start: '00:00', end: '02:00' },
    ];
    expect(inWindows(night, paris, '2027-03-07T20:00:00Z', '2027-03-08T00:30:00Z')).toBe(true);
    expect(inWindows(night, paris, '2027-03-07T20:00:00Z', '2027-03-08T01:30:00Z')).toBe(false);
  });
});

describe('windows', () => {
  it('are kept as minutes of the week', () => {
    expect(windowsColumn([tuesday, { day: 7, start: '22:00', end: '00:00' }])).toBe('{[1980,2460),[9960,10080)}');
    expect(windowsColumn([])).toBeNull();
  });
  it('end after they start', () =>
    expect([emptyWindow([tuesday]), emptyWindow([tuesday, { ...tuesday, end: '09:00' }])]).toEqual([-1, 1]));
});
