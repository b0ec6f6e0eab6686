import { isSiret } from '@app/platform';

const ZEROS = /^0+$/;
const PIVOT = /^[a-zA-Z0-9]{9,14}$/;
const MOBILE = /^\+33[67]/;
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
  return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
