import type { BookingFacts, SlotFacts } from '../facts/facts';
import { day, hour } from './dates';
import type { Letter } from './letter';

const place = ({ roomName, venueName }: BookingFacts): string => `${roomName}, ${venueName}`;

const slot = ({ startsAt, endsAt }: SlotFacts, timeZone: string): string =>
  `le ${day(startsAt, timeZone)}, de ${hour(startsAt, timeZone)} à ${hour(endsAt, timeZone)}`;

/** The half-days in this status, one a line, on the clock of the place. */
function slots({ demand, timeZone }: BookingFacts, status: string): string {
  const lines = demand.filter((each) => each.status === status).map((each) => `• ${slot(each, timeZone)}`);
  return ['À l’heure du lieu :', ...lines].join('\n');
}

/** To the hosts of the place, once for the half-days asked for together. */
export const bookingRequested = (booking: BookingFacts): Letter => ({
  subject: `Réservation à confirmer : ${booking.roomName}`,
  paragraphs: [
    `${booking.requesterName} souhaite réserver ${place(booking)}.`,
    slots(booking, 'held'),
    `Objet : ${booking.purpose}`,
    'La salle est retenue en attendant votre réponse.',
  ],
  link: { label: 'Répondre à la réservation', path: '/hote/reservations' },
});

/** To who asked, once every half-day has its answer. */
export const bookingConfirmed = (booking: BookingFacts): Letter => ({
  subject: `Réservation confirmée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : votre réservation est confirmée.`,
    slots(booking, 'confirmed'),
    `Objet : ${booking.purpose}`,
  ],
  link: { label: 'Voir mes sessions', path: '/gestion/sessions' },
});

export const bookingRefused = (booking: BookingFacts): Letter => ({
  subject: `Réservation refusée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : le lieu ne peut pas vous recevoir ${slot(booking, booking.timeZone)} (heure du lieu).`,
    ...(booking.reason ? [`Motif indiqué : ${booking.reason}`] : []),
    `Objet : ${booking.purpose}`,
    'Choisissez une autre salle ou un autre créneau pour cette session.',
  ],
  link: { label: 'Voir mes sessions', path: '/gestion/sessions' },
});
