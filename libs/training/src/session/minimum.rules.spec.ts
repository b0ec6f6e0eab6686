import { minimumOutcome } from './minimum.rules';

const open = {
  status: 'open' as const, startsAt: new Date('2027-03-10T08:00:00Z'), timeZone: 'Indian/Reunion', seatsTaken: 2, minSeats: 4, decideBy: '2027-02-28', confirmed: null, changed: null,
};
const decided = { at: new Date('2027-02-27T20:30:00Z'), by: 'Anne Le Goff' };

describe('what became of a session below its minimum', () => {
  it.each([
    ['to be decided', open, null],
    ['held', { ...open, status: 'confirmed' as const, confirmed: decided }, 'Cette session a été maintenue le dimanche 28 février 2027 à 0\u00a0h\u00a030 par Anne Le Goff.'],
    ['held before that was kept', { ...open, status: 'closed' as const }, 'Cette session a été maintenue.'],
    ['cancelled', { ...open, status: 'cancelled' as const, changed: decided }, 'Cette session a été annulée le dimanche 28 février 2027 à 0\u00a0h\u00a030 par Anne Le Goff.'],
    ['put off', { ...open, status: 'postponed' as const, changed: { ...decided, by: null } }, 'Cette session a été reportée le dimanche 28 février 2027 à 0\u00a0h\u00a030\u202f: cette décision n’est plus attendue.'],
    ['full enough', { ...open, seatsTaken: 4 }, 'Le minimum est atteint\u202f: 4 inscrits pour un minimum de 4. Il n’y a plus rien à décider.'],
  ])('%s', (_, session, outcome) => expect(minimumOutcome(session, new Date('2027-02-27T12:00:00Z'))).toBe(outcome));

  it('is late once the last day is over where the session is held, and not before', () => {
    expect(minimumOutcome(open, new Date('2027-02-28T19:59:00Z'))).toBeNull();
    expect(minimumOutcome(open, new Date('2027-02-28T20:00:00Z'))).toMatch(/^Le délai pour décider depuis ce courriel est passé depuis le dimanche 28 février 2027\. Rien n’a été décidé/);
  });
});
