import fc from 'fast-check';
import { enrolmentLifecycle, offerUntil } from './enrolment.rules';

describe('offerUntil', () => {
  const now = new Date('2026-11-27T09:00:00Z');
  it.each([
    ['2027-01-15T08:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['2026-11-29T09:00:00Z', '2026-11-28T09:00:00.000Z'],
    ['2026-11-27T09:40:00Z', '2026-11-27T09:30:00.000Z'],
    ['2026-11-27T09:10:00Z', '2026-11-27T09:10:00.000Z'],
    ['2026-11-20T09:00:00Z', '2026-11-30T09:00:00.000Z'],
  ])('of a session that begins on %s → %s', (startsAt, expected) => expect(offerUntil(now, new Date(startsAt)).toISOString()).toBe(expected));

  // Clocks in France go forward on 28 March 2027 and back on 31 October: three days last as long, and end an hour later or earlier by the clock.
  it.each([
    ['2027-03-26T17:00:00Z', '2027-03-29T17:00:00.000Z', '18:00', '19:00'],
    ['2027-10-29T16:00:00Z', '2027-11-01T16:00:00.000Z', '18:00', '17:00'],
  ])('made on %s → %s', (made, expected, told, until) => {
    const ends = offerUntil(new Date(made), new Date('2027-12-01T08:00:00Z'));
    expect(ends.toISOString()).toBe(expected);
    expect([new Date(made), ends].map((at) => at.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }))).toEqual([told, until]);
  });

  it('is always open, and never outlives what is to come', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 86_400 }), (seconds) => {
        const startsAt = new Date(now.getTime() + seconds * 1000);
        const until = offerUntil(now, startsAt);
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime()).toBeLessThanOrEqual(startsAt.getTime());
      }),
    ));
});

describe('the lifecycle of a request', () => {
  it('is withdrawn from anywhere before its convocation, and from nowhere after', () => {
    const from = (['draft', 'submitted', 'refused', 'transmitted', 'admitted', 'waiting', 'offered', 'not_selected', 'convoked', 'present', 'partial', 'absent', 'attested', 'withdrawn', 'cancelled'] as const).filter((status) =>
      enrolmentLifecycle.available(status).includes('withdraw'),
    );
    expect(from).toEqual(['draft', 'submitted', 'transmitted', 'admitted', 'waiting', 'offered']);
  });
});
