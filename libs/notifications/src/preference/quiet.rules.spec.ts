import { DateTime } from 'luxon';
import { isClose, leavesAt, type Quiet, usualQuiet } from './quiet.rules';

const usual = usualQuiet('20:00-07:00');

describe('when a mail leaves', () => {
  it.each<[string, string, string, Quiet, string]>([
    ['by day', 'Europe/Paris', '2027-03-08T10:00', usual, '2027-03-08T10:00'],
    ['in the evening', 'Europe/Paris', '2027-03-08T20:00', usual, '2027-03-09T07:00'],
    ['before the morning', 'Europe/Paris', '2027-03-08T06:59', usual, '2027-03-08T07:00'],
    ['on a Saturday evening', 'Europe/Paris', '2027-03-13T21:00', usual, '2027-03-15T07:00'],
    ['on a Sunday', 'Europe/Paris', '2027-03-14T12:00', usual, '2027-03-15T07:00'],
    ['in the night of the clock change', 'Europe/Paris', '2027-03-27T22:00', { ...usual, sundays: false }, '2027-03-28T07:00'],
    ['when it is still day elsewhere', 'Indian/Reunion', '2027-03-08T21:00', usual, '2027-03-09T07:00'],
    ['in quiet hours of the afternoon', 'Europe/Paris', '2027-03-08T13:00', { from: '12:00', until: '14:00', sundays: false }, '2027-03-08T14:00'],
    ['without quiet hours, on a Sunday', 'Europe/Paris', '2027-03-14T03:00', { from: null, until: null, sundays: true }, '2027-03-15T07:00'],
    ['without any', 'Europe/Paris', '2027-03-14T03:00', usualQuiet('none'), '2027-03-14T03:00'],
  ])('%s (%s)', (_, zone, now, quiet, expected) => {
    const left = leavesAt(DateTime.fromISO(now, { zone }).toJSDate(), quiet, zone);
    expect(DateTime.fromJSDate(left, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")).toBe(expected);
  });

  it.each([
    [47, true],
    [49, false],
  ])('a session in %i hours is close: %s', (hours, close) => {
    const now = new Date('2027-03-08T10:00:00Z');
    expect(isClose(new Date(now.getTime() + hours * 3_600_000), now)).toBe(close);
  });
});
