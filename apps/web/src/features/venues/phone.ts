/** What a number begins with abroad, for those typed as they are dialled there. */
const CODES: Record<string, string> = {
  '971': '590',
  '977': '590',
  '978': '590',
  '972': '596',
  '973': '594',
  '974': '262',
  '976': '262',
  '975': '508',
  '986': '681',
  '987': '689',
  '988': '687',
};
/** Territories whose numbers have no leading 0. */
const SHORT = new Set(['975', '986', '987', '988']);

/** « 02 98 00 00 00 » typed in Brest is +33298000000; in Nouméa « 27 00 00 » is +687270000. */
export function phoneInput(typed: string, departement: string | null): string {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^00/, '+');
  if (digits === '' || digits.startsWith('+')) return digits;
  const code = CODES[departement ?? ''] ?? '33';
  if (digits.startsWith('0')) return `+${code}${digits.slice(1)}`;
  return SHORT.has(departement ?? '') ? `+${code}${digits}` : digits;
}

/** As it is read aloud: « 02 98 00 00 00 »; a number of overseas keeps its code. */
export function phoneShown(phone: string | null): string {
  const national = phone && /^\+33(\d{9})$/.exec(phone)?.[1];
  return national ? `0${national}`.replace(/(\d{2})(?=\d)/g, '$1 ') : (phone ?? '');
}

/** Mobiles of France, and of the départements that share their codes with it. */
export const isMobile = (phone: string): boolean => /^\+(33[67]|590690|590691|594694|596696|596697|26269[0-3]|262639)/.test(phone);
