import { DEFAULT_CHAIN, dueFor, stepAfter, stepsOf } from './chain.rules';

describe('stepsOf', () => {
  it.each([
    [{}, true, ['opinion', 'validation']],
    [{}, false, ['validation']],
    [{ opinion: 'none' }, true, ['validation']],
    [{ opinion: 'decisive', visa: true }, true, ['opinion', 'validation', 'visa']],
    [{ opinion: 'none', validates: false }, true, []],
    [{ validates: false }, true, ['opinion']],
  ] as const)('%j, supervisor %s → %j', (chain, hasSupervisor, expected) =>
    expect(stepsOf({ ...DEFAULT_CHAIN, ...chain }, hasSupervisor)).toEqual(expected),
  );
});

describe('stepAfter', () => {
  it.each([
    [['opinion', 'validation', 'visa'], null, 'opinion'],
    [['opinion', 'validation', 'visa'], 'validation', 'visa'],
    [['validation', 'visa'], 'opinion', 'validation'],
    [['opinion', 'validation'], 'validation', null],
    [[], null, null],
  ] as const)('of %j after %s → %s', (steps, done, expected) => expect(stepAfter(steps, done)).toBe(expected));
});

describe('dueFor', () => {
  const now = new Date('2026-11-27T09:00:00Z');
  it.each([
    ['opinion', '2027-01-27', '2026-12-04T09:00:00.000Z'],
    ['validation', '2027-01-27', '2026-12-11T09:00:00.000Z'],
    ['visa', '2027-01-27', '2026-12-11T09:00:00.000Z'],
    // Half of what is left before the session, so that whoever comes next has time too.
    ['opinion', '2026-12-07', '2026-12-02T09:00:00.000Z'],
    ['validation', '2026-12-07', '2026-12-02T09:00:00.000Z'],
    // Dates that are past are those of a session put off.
    ['opinion', '2026-11-20', '2026-12-04T09:00:00.000Z'],
  ] as const)('%s, for a session of %s → %s', (step, day, expected) => expect(dueFor(step, DEFAULT_CHAIN, now, new Date(`${day}T09:00:00Z`)).toISOString()).toBe(expected));
});
