import type { BookingFacts } from '../facts/facts';
import { day, hour } from './dates';
import type { Letter } from './letter';

const when = ({ startsAt, endsAt, timeZone }: BookingFacts): string =>
  `le ${day(startsAt, timeZone)}, de ${hour(startsAt, timeZone)} à ${hour(endsAt, timeZone)} (heure du lieu)`;

const what = (booking: BookingFacts): string =>
  `${booking.roomName}, ${booking.venueName}, ${when(booking)}.`;

/** To the hosts of the place. */
export const bookingRequested = (booking: BookingFacts): Letter => ({
  subject: `Réservation à confirmer : ${booking.roomName}`,
  paragraphs: [
    `${booking.requesterName} souhaite réserver une salle de votre lieu.`,
    what(booking),
    `Objet : ${booking.purpose}`,
    'Le créneau est retenu en attendant votre réponse.',
  ],
  link: { label: 'Répondre à la réservation', path: '/hote/reservations' },
});

export const bookingConfirmed = (booking: BookingFacts): Letter => ({
  subject: `Réservation confirmée : ${booking.roomName}`,
  paragraphs: ['Le lieu a confirmé votre réservation.', what(booking), `Objet : ${booking.purpose}`],
  link: { label: 'Voir mes sessions', path: '/gestion/sessions' },
});

export const bookingRefused = (booking: BookingFacts): Letter => ({
  subject: `Réservation refusée : ${booking.roomName}`,
  paragraphs: [
    'Le lieu ne peut pas vous recevoir sur ce créneau.',
    what(booking),
    ...(booking.reason ? [`Motif indiqué : ${booking.reason}`] : []),
    'Choisissez une autre salle ou un autre créneau pour cette session.',
  ],
  link: { label: 'Voir mes sessions', path: '/gestion/sessions' },
});
