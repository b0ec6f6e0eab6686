import type { ImportReport, RowFinding } from '@app/venues';

export type Told = Pick<RowFinding, 'row' | 'field' | 'value' | 'code' | 'message'>;

const number = (count: number) => count.toLocaleString('fr-FR');
const many = (count: number, ...words: string[]) => [number(count), ...words.map((word) => (count > 1 ? `${word}s` : word))].join(' ');

const where = ({ row, field, message, value }: Told) =>
  `ligne ${row}${field ? `, ${field}` : ''}\u202f: ${message}${value ? `\u202f: «\u202f${value}\u202f»` : ''}`;

export const readInWords = (rows: number): string => `${many(rows, 'ligne', 'lue')}…`;

/** What an import found: refusals row by row, remarks kind by kind, each with the first row it is about. */
export function importInWords(report: ImportReport, refusals: Told[], refusalCount: number, remarks: Told[]): string {
  const { rows, accepted, changed, unchanged, refused, duplicates, gone, returned, looksPartial, applied, codes } = report;
  const more = refusalCount - refusals.length;
  const counts = [
    many(accepted, 'nouvelle'),
    many(changed, 'changée'),
    many(unchanged, 'inchangée'),
    many(refused, 'refusée'),
    many(duplicates, 'doublon', 'possible'),
    many(gone, 'disparue'),
    many(returned, 'revenue'),
  ];
  return [
    `${many(rows, 'ligne')}\u202f: ${counts.join(', ')}.`,
    ...refusals.map((told) => `  ${where(told)}`),
    ...(more > 0 ? [`  … et ${number(more)} ${more > 1 ? 'autres' : 'autre'} refus (--json les donne tous).`] : []),
    ...(remarks.length ? ['Remarques\u202f:'] : []),
    ...remarks.map((told) => `  ${number(codes[told.code] ?? 1)} fois, d’abord ${where(told)}`),
    ...(looksPartial ? ['La liste paraît partielle\u202f: pour l’appliquer, ajoutez --partial ou --complete.'] : []),
    applied ? 'Appliqué.' : 'Essai à blanc\u202f: ajoutez --apply pour appliquer.',
  ].join('\n');
}
