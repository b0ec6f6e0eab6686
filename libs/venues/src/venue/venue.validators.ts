import { ValidateBy, ValidateIf } from 'class-validator';
import { isCommuneCode, isEmail, isPhone, isPivot, isPostalCode, isWebAddress } from './value.rules';

const passing =
  (name: string, check: (value: string) => boolean, message: string) =>
  (options: { each?: boolean } = {}) =>
    ValidateBy(
      { name, validator: { validate: (value: unknown) => typeof value === 'string' && check(value) } },
      { message, ...options },
    );

const orEmpty = (check: (value: string) => boolean) => (value: string) => value === '' || check(value);

export const IsPivot = passing(
  'isPivot',
  orEmpty(isPivot),
  'Indiquez un numéro SIRET valable, ou un numéro RNA ou RIDET.',
);
export const IsPostalCode = passing(
  'isPostalCode',
  orEmpty(isPostalCode),
  'Un code postal compte cinq chiffres.',
);
export const IsCommuneCode = passing(
  'isCommuneCode',
  orEmpty(isCommuneCode),
  'Choisissez la commune dans la liste.',
);
export const IsPhoneNumber = passing(
  'isPhoneNumber',
  orEmpty(isPhone),
  'Indiquez le numéro au format international, sans espace (+33180059880).',
);
export const IsEmailAddress = passing(
  'isEmailAddress',
  isEmail,
  'Indiquez une adresse électronique valable.',
);
export const IsWebAddress = passing(
  'isWebAddress',
  orEmpty(isWebAddress),
  'Indiquez une adresse web complète, commençant par https://.',
);

/** May be left out, but not be null. */
export const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);
