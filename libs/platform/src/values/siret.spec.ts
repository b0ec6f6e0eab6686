import { isSiret } from './siret';

describe('isSiret', () => {
  it.each(['35600000000048', '21350238800019'])('accepts %s', (siret) => expect(isSiret(siret)).toBe(true));
  it('accepts an establishment of La Poste that fails Luhn', () => expect(isSiret('35600000009075')).toBe(true));
  it.each(['00000000000000', '21350238800018', '3560000000007', 'abcdefghijklmn', 35600000000048, null])(
    'refuses %s',
    (siret) => expect(isSiret(siret)).toBe(false),
  );
});
