import { dayInWords, hourInWords } from '@app/platform';

/** « le lundi 8 mars 2027 » or « du lundi 8 mars 2027 au mardi 9 mars 2027 ». */
export function days(from: Date, to: Date, timeZone: string): string {
  const [first, last] = [dayInWords(from, timeZone), dayInWords(to, timeZone)];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

/** « le lundi 8 mars 2027, de 9 h à 12 h ». */
export const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, timeZone: string): string =>
  `le ${dayInWords(startsAt, timeZone)}, de ${hourInWords(startsAt, timeZone)} à ${hourInWords(endsAt, timeZone)}`;
