import { isSiret } from '@app/platform';

const ZEROS = /^0+$/;
const PIVOT = /^[a-zA-Z0-9]{9,14}$/;
const MOBILE = /^\+(33[67]|590(690|691)|594694|262(639|692|693)|596(696|697)|687[7-9]|6898[79])/;
const PREFIX: Record<string, string> = {
  '971': '590', '972': '596', '973': '594', '974': '262', '975': '508', '976': '262', '977': '590', '978': '590',
  '986': '681', '987': '689', '988': '687',
};
const PHONE = /^\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}$/;
const EMAIL = /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/;

/** « 00000000000000 » is what producers write when they have no identifier; it passes Luhn all the same. */
export const isPlaceholderPivot = (pivot: string): boolean => ZEROS.test(pivot);

/** SIRET (checked by its key), RNA or RIDET (no key to check). */
export const isPivot = (pivot: string): boolean =>
  PIVOT.test(pivot) && !isPlaceholderPivot(pivot) && (!/^\d{14}$/.test(pivot) || isSiret(pivot));

export const isPostalCode = (code: string): boolean => /^\d{5}$/.test(code);
export const isCommuneCode = (code: string): boolean => /^([013-9]\d|2[AB1-9])\d{3}$/.test(code);
export const isPhone = (phone: string): boolean => PHONE.test(phone);

/** The same number as the standard wants it, when it is a French one written otherwise; its territory gives the prefix. */
export function internationalPhone(told: string, departement: string | null): string | undefined {
  const digits = told.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const prefix = PREFIX[departement ?? ''] ?? '33';
  const meant = digits.startsWith('+')
    ? digits.replace(/^(\+\d{2,3})0(?=\d{9}$)/, '$1')
    : /^0[1-9]\d{8}$/.test(digits)
      ? `+${prefix}${digits.slice(1)}`
      : prefix !== '33' && /^\d{6}$/.test(digits)
        ? `+${prefix}${digits}`
        : '';
  return meant !== told && isPhone(meant) ? meant : undefined;
}

/** A mobile number is most often someone's own: an import does not keep it. */
export const isMobile = (phone: string): boolean => MOBILE.test(phone);
export const isEmail = (email: string): boolean => email.length <= 254 && EMAIL.test(email);

/** An address one can follow without danger: `https:` or `http:`, no credentials. */
export function isWebAddress(address: string): boolean {
  if (address.length > 2000 || /\s/.test(address)) return false;
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** A decimal with a point; « 45,12 », « NaN » and « 1e3 » are not numbers here. */
export function decimal(text: string): number | undefined {
  return /^-?\d{1,8}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
