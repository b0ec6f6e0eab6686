import { offerOutcome } from './offer.rules';

const now = new Date('2026-11-27T09:00:00Z');
const offered = { status: 'offered', offerUntil: new Date('2026-11-28T09:00:00Z'), timeZone: 'Europe/Paris', lastAction: 'offer' } as const;

describe('offerOutcome', () => {
  it('is awaited as long as it is open', () => expect(offerOutcome(offered, now)).toBeNull());
  // 2:30 comes twice on 31 October 2027, and never on 28 March: the deadline is an instant.
  it.each([
    ['2027-10-31T00:30:00Z', '2027-10-31T00:29:59Z', null],
    ['2027-10-31T01:30:00Z', '2027-10-31T00:30:00Z', null],
    ['2027-10-31T00:30:00Z', '2027-10-31T01:29:00Z', /dimanche 31 octobre 2027 à 2\u00a0h\u00a030/],
    ['2027-03-28T01:00:00Z', '2027-03-28T00:59:59Z', null],
    ['2027-03-28T01:00:00Z', '2027-03-28T01:00:00Z', /dimanche 28 mars 2027 à 3\u00a0h/],
  ])('until %s, at %s → %s', (offerUntil, at, expected) => {
    const outcome = offerOutcome({ ...offered, offerUntil: new Date(offerUntil) }, new Date(at));
    if (expected) expect(outcome).toMatch(expected);
    else expect(outcome).toBeNull();
  });
  it.each([
    [{ offerUntil: now }, /délai pour répondre est passé depuis le vendredi 27 novembre 2026 à 10\u00a0h/],
    [{ status: 'withdrawn', lastAction: 'lapse' }, /délai pour répondre est passé/],
    [{ status: 'withdrawn', lastAction: 'decline' }, /retirée/],
    [{ status: 'cancelled', lastAction: 'cancel' }, /annulée/],
    [{ status: 'admitted', lastAction: 'accept' }, /acceptée/],
    [{ status: 'attested', lastAction: 'attest' }, /acceptée/],
    [{ status: 'waiting', lastAction: 'move' }, /de nouveau/],
  ] as const)('%j', (change, expected) => expect(offerOutcome({ ...offered, ...change }, now)).toMatch(expected));
});
