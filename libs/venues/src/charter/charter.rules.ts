import { invalid, Problem } from '@app/platform';

export interface Dated {
  code: string;
  validFrom: string;
  validTo: string | null;
}

/** Signing is for the version of the day: an older one stays readable, a coming one is not open yet. */
export function checkSignable({ validFrom, validTo }: Dated, day: string): void {
  if (day < validFrom)
    throw invalid('/versionCode', 'charter.not_yet', 'Cette version de la charte n’est pas encore ouverte à la signature.');
  if (validTo !== null && day >= validTo)
    throw invalid('/versionCode', 'charter.superseded', 'Cette version de la charte est remplacée : signez la version en vigueur.');
}

/** An organisation has to sign when the version of the day bears none of its live signatures. */
export const mustSign = (current: Dated | undefined, signed: readonly { versionCode: string; withdrawnAt: unknown }[]): boolean =>
  current !== undefined && !signed.some((one) => one.versionCode === current.code && one.withdrawnAt === null);

export const noLabel = (): Problem =>
  new Problem(
    409,
    'charter.not_signed',
    'Ce lieu ne porte pas le label : la charte NetPublic est d’abord signée par la collectivité ou l’organisation qui tient le lieu.',
  );
