import { createHash } from 'node:crypto';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * A UUID v7 that depends only on the year, the kind and the key: rows find one another without being read back.
 * All carry the instant of 1 January, so that they sort before what people create afterwards.
 */
export function idOf(year: number, kind: string, key: string | number): string {
  const instant = Date.UTC(year, 0, 1).toString(16).padStart(12, '0');
  const random = digest(`${year}/${kind}/${key}`).toString('hex');
  const variant = '89ab'[parseInt(random[3]!, 16) % 4]!;
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** `length` characters that people can read out loud, different for each key in practice. */
export const codeOf = (prefix: string, key: string, length: number): string =>
  prefix + [...digest(key).subarray(0, length)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/** A SIRET with a right key that cannot exist: département 99. `form` is 21 for a commune, 22 for a département, 24 for an EPCI. */
export function fictionalSiret(form: 21 | 22 | 24, rank: number): string {
  const siren = withLuhnKey(`${form}99${String(rank).padStart(4, '0')}`);
  return withLuhnKey(`${siren}0001`);
}

export function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}
