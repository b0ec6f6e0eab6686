import { outcomeOf } from '../enrolment/enrolment.rules';
import { hoursFollowed, rollActions } from './roll.rules';

const now = new Date('2026-03-10T10:00:00Z');

describe('roll', () => {
  it('opens when the session begins', () => {
    expect(rollActions({ status: 'confirmed', startsAt: new Date('2026-03-10T08:00:00Z') }, now)).toEqual(['mark', 'close']);
    expect(rollActions({ status: 'confirmed', startsAt: new Date('2026-03-11T08:00:00Z') }, now)).toEqual([]);
  });
  it('ends with the session', () => expect(rollActions({ status: 'closed', startsAt: now }, now)).toEqual([]));
  it.each([[[true, true], 'present'], [[true, false], 'partial'], [[false, false], 'absent'], [[], 'absent']] as const)(
    'reads %j as %s',
    (marks, outcome) => expect(outcomeOf(marks)).toBe(outcome),
  );
  it('counts hours to the half-hour', () => expect([hoursFollowed(12, 2, 4), hoursFollowed(7, 1, 3)]).toEqual([6, 2.5]));
});
