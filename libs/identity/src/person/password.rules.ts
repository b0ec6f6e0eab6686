import { COMMON_PASSWORDS } from './common-passwords';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

export interface PasswordFault {
  code: string;
  detail: string;
}

const letters = (text: string) => text.normalize('NFKC').toLowerCase();

/** Why a new password is refused, in French, or null. Length is what counts: no compulsory digits, no forced renewal. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const said = letters(password);
  const address = letters(email);
  const name = address.slice(0, address.indexOf('@'));
  if ([...password].length < PASSWORD_MIN) {
    return {
      code: 'password.short',
      detail: `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères.`,
    };
  }
  if (password.length > PASSWORD_MAX) {
    return {
      code: 'password.long',
      detail: `Choisissez un mot de passe d’au plus ${PASSWORD_MAX} caractères.`,
    };
  }
  if (COMMON_PASSWORDS.has(said) || new Set(said).size < 5) {
    return { code: 'password.common', detail: 'Ce mot de passe est trop répandu. Choisissez-en un autre.' };
  }
  if (said.includes(address) || (name.length >= 4 && said.includes(name))) {
    return {
      code: 'password.contains_email',
      detail: 'Le mot de passe ne doit pas contenir votre adresse e-mail.',
    };
  }
  return null;
}
