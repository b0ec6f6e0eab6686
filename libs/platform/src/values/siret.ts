const LA_POSTE = '356000000';

const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0) % 10 === 0;

/**
 * Fourteen digits with a Luhn key. La Poste's establishments follow their own rule: the sum of the digits is a
 * multiple of five (Luhn still holds for its head office). All zeros is a producers' placeholder, not a SIRET.
 */
export function isSiret(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{14}$/.test(value) || /^0+$/.test(value)) return false;
  if (luhn(value)) return true;
  return value.startsWith(LA_POSTE) && [...value].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}
