import { kindsOf, rhythmOf } from './preference.rules';

describe('preferences', () => {
  it.each([
    [['agent'], ['requests', 'reminders', 'attestations', 'team']],
    [['training_officer'], ['decisions', 'attestations']],
    [['venue_host'], ['bookings', 'places']],
    [['course_manager'], ['bookings', 'team']],
    [['state_officer'], []],
  ])('of %j are about %j', (roles, kinds) => expect(kindsOf(roles)).toEqual(kinds));

  it.each([
    ['follow the choice', { kind: 'requests', writesCalendar: false, rhythm: 'daily' }, 'daily'],
    ['are at once without a choice', { kind: 'requests', writesCalendar: false, rhythm: null }, 'at_once'],
    ['do not hold back what says where one is expected', { kind: 'requests', writesCalendar: true, rhythm: 'in_app' }, 'at_once'],
    ['do not hold back a change of dates', { kind: 'dates', writesCalendar: false, rhythm: 'daily' }, 'at_once'],
    ['do not hold back what waits for an answer', { kind: 'awaited', writesCalendar: false, rhythm: 'in_app' }, 'at_once'],
  ] as const)('%s', (_, mail, expected) => expect(rhythmOf(mail)).toBe(expected));
});
