import { searchName } from '@app/identity';
import { Problem } from '@app/platform';
import { OWN_SOURCE } from '../venue/venue.entity';

const STANDARD_FILE = /^\d{4}-\d{2}-\d{2}_([^_]+)_lieux-de-mediation-numerique/i;
const DATE = /\d{4}-?\d{2}-?\d{2}/g;

/** The short name of a producer from a file of its list: the standard's file name carries it; a date in it never counts. */
export function producerOfFile(name: string): string {
  const base = STANDARD_FILE.exec(name)?.[1] ?? name.replace(/\.[^.]+$/, '').replace(DATE, '');
  const words = searchName(base).replaceAll(' ', '-');
  const short = /^\d/.test(words) ? `p${words}` : words;
  return short.slice(0, 41).replace(/-+$/, '');
}

export function checkProducer(producer: string): void {
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(producer) || producer === OWN_SOURCE)
    throw new Problem(
      422,
      'import.producer',
      'Le nom court du producteur compte de 2 à 41 lettres minuscules, chiffres et tirets, et n’est pas « relais ».',
    );
}
