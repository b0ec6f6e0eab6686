import { isSiret } from './siret';

describe('isSiret', () => {
  it.each(['35600000000048', '18001404500026'])('accepts %s', (siret) => expect(isSiret(siret)).toBe(true));
  it('accepts an establishment of La Poste that fails Luhn', () => expect(isSiret('35600000009075')).toBe(true));
  it.each(['00000000000000', '18001404500027', '3560000000007', 'abcdefghijklmn', 35600000000048, null])(
    'refuses %s',
    (siret) => expect(isSiret(siret)).toBe(false),
  );
});
