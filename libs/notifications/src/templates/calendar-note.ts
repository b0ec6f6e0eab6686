import type { MailCalendar } from '@app/platform';

/** What a mail does to the calendar of who reads it, in words. */
export function calendarNote(calendar: MailCalendar | null): string[] {
  if (!calendar) return [];
  return calendar.method === 'REQUEST'
    ? ['La date est jointe à ce courriel : votre agenda l’ajoute, puis la tient à jour avec nos prochains courriels.']
    : ['Ce courriel retire la date de votre agenda.'];
}
