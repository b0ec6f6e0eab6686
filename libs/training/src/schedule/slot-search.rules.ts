import { invalid } from '@app/platform';
import { DateTime } from 'luxon';
import type { Hours } from './half-days.rules';
import type { SlotSearch } from './slot-search.dto';

/** Longest period searched, in days. */
export const LONGEST = 92;

/** Refuses a search that has no answer, with the field to correct; answers the usual hours of a day. */
export function hoursOf(ask: SlotSearch, today: string): Hours[] {
  if (ask.from < today) throw invalid('/from', 'schedule.past', 'Cette date est déjà passée.');
  if (ask.until < ask.from) throw invalid('/until', 'schedule.inverted', 'Le dernier jour ne peut pas précéder le premier.');
  const days = DateTime.fromISO(ask.until, { zone: 'utc' }).diff(DateTime.fromISO(ask.from, { zone: 'utc' }), 'days').days + 1;
  if (days > LONGEST) throw invalid('/until', 'schedule.too_long', `La période dure au plus ${LONGEST} jours.`);
  const { morning, afternoon } = ask;
  for (const [field, hours] of Object.entries({ morning, afternoon }))
    if (hours && hours.start >= hours.end) throw invalid(`/${field}/end`, 'schedule.no_duration', 'L’heure de fin doit suivre l’heure de début.');
  if (morning && afternoon && morning.end > afternoon.start)
    throw invalid('/afternoon/start', 'schedule.overlap', 'L’après-midi commence après la fin de la matinée.');
  const hours = [morning, afternoon].flatMap((one) => one ?? []);
  if (!hours.length) throw invalid('/morning', 'schedule.no_hours', 'Indiquez les heures de la matinée ou de l’après-midi.');
  if (ask.commune !== undefined && ask.radius === undefined) throw invalid('/radius', 'schedule.no_radius', 'Indiquez jusqu’à quelle distance de cette commune.');
  if (ask.radius !== undefined && ask.commune === undefined) throw invalid('/commune', 'schedule.no_centre', 'Indiquez autour de quelle commune.');
  if (!ask.venueIds?.length && !ask.roomIds?.length && ask.commune === undefined)
    throw invalid('/commune', 'schedule.nowhere', 'Indiquez une commune et un rayon, ou choisissez des lieux.');
  if (!ask.trainerIds?.length && ask.speciality === undefined && !ask.competencyIds?.length)
    throw invalid(ask.competencyIds ? '/competencyIds' : '/trainerIds', 'schedule.nobody', 'Choisissez des formateurs, une spécialité ou des compétences.');
  return hours;
}
