import { claimLife, deadlineOf, maskedAddress } from './claim.rules';

describe('claims', () => {
  it.each([
    ['accueil@mairie.example', 'a•••@mairie.example'],
    ['x@epn.example', 'x•••@epn.example'],
  ])('show of %s only %s', (address, shown) => expect(maskedAddress(address)).toBe(shown));

  it('are decided once', () => {
    for (const action of ['grant', 'refuse', 'lapse'] as const) {
      expect(claimLife.next('asked', action)).not.toBe('asked');
      for (const status of ['granted', 'refused', 'lapsed'] as const) expect(() => claimLife.next(status, action)).toThrow();
    }
  });

  it('wait thirty days', () => expect(deadlineOf(new Date('2027-01-01T10:00:00Z'))).toEqual(new Date('2027-01-31T10:00:00Z')));
});
