import { dayInWords, hourInWords } from '@app/platform';
import type { BookingFacts } from '../facts/facts';
import { hours } from './dates';
import type { Letter } from './letter';

const place = ({ roomName, venueName }: BookingFacts): string => `${roomName}, ${venueName}`;

/** The half-days in this status, one a line, on the clock of the place. */
function slots({ demand, timeZone }: BookingFacts, status: string): string {
  const lines = demand.filter((each) => each.status === status).map((each) => `• ${hours(each, timeZone)}`);
  return ['À l’heure du lieu :', ...lines].join('\n');
}

/** Those that had the same outcome at the same time. */
const together = ({ together: slots, timeZone }: BookingFacts): string =>
  ['À l’heure du lieu :', ...slots.map((each) => `• ${hours(each, timeZone)}`)].join('\n');

const deadline = ({ answerBy, timeZone }: BookingFacts): string[] =>
  answerBy ? [`Sans réponse de votre part le ${dayInWords(answerBy, timeZone)} à ${hourInWords(answerBy, timeZone)}, la demande tombera et la salle redeviendra libre.`] : [];

const things = ({ equipment }: BookingFacts): string[] =>
  equipment.length ? [`Équipement demandé : ${equipment.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')}`] : [];

const ANSWER = { label: 'Répondre à la demande', path: '/hote/reservations' };
const MINE = { label: 'Voir mes réservations', path: '/gestion/reservations' };

/** To the hosts of the place, once for the half-days asked for together. */
export const bookingRequested = (booking: BookingFacts): Letter => ({
  subject: `Réservation à confirmer : ${booking.roomName}`,
  paragraphs: [
    `${booking.requesterName} souhaite réserver ${place(booking)}.`,
    slots(booking, 'held'),
    `Objet : ${booking.purpose}`,
    ...things(booking),
    'La salle est retenue en attendant votre réponse.',
    ...deadline(booking),
  ],
  link: ANSWER,
});

/** To who asked, once every half-day has its answer. */
export const bookingConfirmed = (booking: BookingFacts): Letter => ({
  subject: `Réservation confirmée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : votre réservation est confirmée.`,
    slots(booking, 'confirmed'),
    `Objet : ${booking.purpose}`,
  ],
  link: MINE,
});

export const bookingRefused = (booking: BookingFacts): Letter => ({
  subject: `Réservation refusée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : le lieu ne peut pas vous recevoir.`,
    together(booking),
    ...(booking.reason ? [`Motif indiqué : ${booking.reason}`] : []),
    `Objet : ${booking.purpose}`,
    'Choisissez une autre salle ou un autre créneau pour cette session.',
  ],
  link: MINE,
});

/** To the hosts, while there is still time. */
export const answerDue = (booking: BookingFacts): Letter => ({
  subject: `Rappel, réservation à confirmer : ${booking.roomName}`,
  paragraphs: [
    `${booking.requesterName} attend votre réponse pour ${place(booking)}.`,
    slots(booking, 'held'),
    `Objet : ${booking.purpose}`,
    ...deadline(booking),
  ],
  link: ANSWER,
});

/** To the hosts and to who asked, whichever of them did not do it. */
export const bookingCancelled = (booking: BookingFacts): Letter => ({
  subject: `Réservation annulée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : la réservation est annulée, la salle est de nouveau libre.`,
    together(booking),
    `Objet : ${booking.purpose}`,
    ...(booking.reason ? [`Motif indiqué : ${booking.reason}`] : []),
  ],
  link: null,
});

export const bookingExpired = (booking: BookingFacts): Letter => ({
  subject: `Réservation sans réponse : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : le lieu n’a pas répondu à temps, votre demande est tombée.`,
    together(booking),
    `Objet : ${booking.purpose}`,
    'Choisissez une autre salle ou un autre créneau, ou appelez le lieu.',
  ],
  link: MINE,
});

export const bookingExpiredForHost = (booking: BookingFacts): Letter => ({
  subject: `Demande restée sans réponse : ${booking.roomName}`,
  paragraphs: [
    `${booking.requesterName} avait demandé ${place(booking)}. La demande est tombée faute de réponse, et la salle est de nouveau libre.`,
    together(booking),
    `Objet : ${booking.purpose}`,
  ],
  link: { label: 'Voir mes réservations', path: '/hote/reservations' },
});

/** To the party that did not move it. */
export const bookingMoved = (booking: BookingFacts): Letter => ({
  subject: `Réservation déplacée : ${booking.roomName}`,
  paragraphs: [
    `${place(booking)} : voici où et quand est maintenant la réservation.`,
    together(booking),
    `Objet : ${booking.purpose}`,
  ],
  link: null,
});
