import { dayInWords, noonOf } from '@app/platform';
import type { DatedSessionFacts, MinimumFacts, ProposalFacts, SessionChangeFacts, SessionFacts } from '../facts/facts';
import { days, hours } from './dates';
import { sessionLine } from './enrolment.templates';
import type { Letter } from './letter';

/** Its half-days, one a line; those whose room is not certain say so. */
function halfDays({ slots, timeZone }: DatedSessionFacts): string {
  const state: Record<string, string> = { confirmed: '', held: ' (salle à confirmer)' };
  return ['À l’heure du lieu :', ...slots.map((each) => `• ${hours(each, timeZone)}${state[each.status] ?? ' (sans salle pour le moment)'}`)].join('\n');
}

const see = ({ code }: SessionFacts) => ({ label: 'Voir la session', path: `/sessions/${code}` });

/** To agents and trainers: where and when it takes place now. */
export const sessionMoved = (change: SessionChangeFacts): Letter => ({
  subject: `Session déplacée : ${change.courseTitle}`,
  paragraphs: [
    `La session de la formation « ${change.courseTitle} » change d’horaire ou de salle.`,
    sessionLine(change),
    `Salle : ${change.roomName}, ${change.venueName}`,
    halfDays(change),
    'Votre place reste la vôtre. Si vous ne pouvez plus venir, dites-le dès maintenant : elle ira à quelqu’un d’autre.',
  ],
  link: see(change),
});

export const sessionWithoutRoom = (change: SessionChangeFacts): Letter => ({
  subject: `Session sans salle pour le moment : ${change.courseTitle}`,
  paragraphs: [
    `La salle prévue pour la formation « ${change.courseTitle} » n’est plus disponible. L’organisateur en cherche une autre et vous préviendra.`,
    sessionLine(change),
    halfDays(change),
    ...(change.reason ? [`Motif indiqué : ${change.reason}`] : []),
    'Votre place reste la vôtre. Vous n’avez rien à faire.',
  ],
  link: see(change),
});

/** To those who organise the session. */
export const moveProposed = (proposal: ProposalFacts): Letter => ({
  subject: `Autre créneau proposé : ${proposal.courseTitle}`,
  paragraphs: [
    `${proposal.hostName}, de ${proposal.venueName}, vous propose de recevoir une demi-journée de la session ${proposal.sessionCode} ${hours(proposal, proposal.timeZone)} (heure du lieu), ${proposal.roomName}.`,
    'Rien ne change tant que vous ne déplacez pas la session : la salle reste retenue à l’heure prévue, et le créneau proposé n’est pas réservé.',
  ],
  link: { label: 'Voir la session', path: `/gestion/sessions/${proposal.sessionCode}` },
});

const why = ({ reason }: SessionChangeFacts): string[] => (reason ? [`Motif indiqué : ${reason}`] : []);
const before = ({ beforeStartsAt, beforeEndsAt, timeZone }: SessionChangeFacts): string => days(beforeStartsAt, beforeEndsAt, timeZone);
const manage = ({ code }: { code: string }) => ({ label: 'Voir la session', path: `/gestion/sessions/${code}` });

const KEPT = 'Votre demande vous suit : vous n’avez rien à refaire. Si vous ne pouvez plus venir, retirez-la dès maintenant.';
const newDates = (change: SessionChangeFacts): string[] =>
  change.slots.length
    ? [`Nouvelles dates. Salle : ${change.roomName}, ${change.venueName}`, halfDays(change)]
    : ['Les nouvelles dates ne sont pas encore fixées : vous serez prévenu ou prévenue dès qu’elles le seront.'];

/** To agents whose request lives on. */
export const sessionPostponed = (change: SessionChangeFacts): Letter => ({
  subject: `Session reportée : ${change.courseTitle}`,
  paragraphs: [`La session de la formation « ${change.courseTitle} » prévue ${before(change)} est reportée.`, ...why(change), ...newDates(change), KEPT],
  link: see(change),
});

export const sessionPostponedForTeam = (change: SessionChangeFacts): Letter => ({
  subject: `Session reportée : ${change.courseTitle} (${change.code})`,
  paragraphs: [`La session ${change.code}, prévue ${before(change)}, est reportée.`, ...why(change), ...newDates(change).slice(0, change.slots.length ? 2 : 0)],
  link: manage(change),
});

/** The dates of a session that was postponed. */
export const sessionDated = (change: SessionChangeFacts): Letter => ({
  subject: `Nouvelles dates : ${change.courseTitle}`,
  paragraphs: [`La session reportée de la formation « ${change.courseTitle} » a de nouvelles dates.`, ...newDates(change), KEPT],
  link: see(change),
});

/** To agents who have a seat: the room of the new dates is lent. */
export const sessionDatesConfirmed = (session: SessionFacts): Letter => ({
  subject: `Dates confirmées : ${session.courseTitle}`,
  paragraphs: [`Les nouvelles dates de la formation « ${session.courseTitle} » sont confirmées.`, sessionLine(session), KEPT],
  link: see(session),
});

/** To agents who have a seat, some days before. */
export const sessionReminder = (session: DatedSessionFacts): Letter => ({
  subject: `Rappel : ${session.courseTitle}, ${days(session.startsAt, session.endsAt, session.timeZone)}`,
  paragraphs: [
    `Vous suivez bientôt la formation « ${session.courseTitle} ».`,
    sessionLine(session),
    `Salle : ${session.roomName}, ${session.venueName}`,
    halfDays(session),
    'Si vous ne pouvez plus venir, retirez votre demande dès maintenant : votre place ira à la personne suivante.',
  ],
  link: { label: 'Voir mes demandes', path: '/mes-demandes' },
});

/** To a trainer given back. */
export const noLongerTrainer = (change: SessionChangeFacts): Letter => ({
  subject: `Vous n’êtes plus retenu pour : ${change.courseTitle}`,
  paragraphs: [
    `La session ${change.code} de la formation « ${change.courseTitle} », prévue ${before(change)} à ${change.venueName}, ne vous est plus demandée. Ces créneaux sont de nouveau libres.`,
    ...why(change),
  ],
  link: { label: 'Voir mes sessions', path: '/formateur/sessions' },
});

/** To agents: someone else gives it. */
export const trainerChanged = (change: SessionChangeFacts): Letter => ({
  subject: `Changement de formateur : ${change.courseTitle}`,
  paragraphs: [
    `La formation « ${change.courseTitle} » sera animée par quelqu’un d’autre que ${change.fromTrainers.join(', ')}. Les dates et le lieu ne changent pas.`,
    sessionLine(change),
  ],
  link: see(change),
});

export const trainerReplacedForTeam = (change: SessionChangeFacts): Letter => ({
  subject: `Formateur remplacé : ${change.courseTitle} (${change.code})`,
  paragraphs: [`${change.toTrainers.join(', ')} est sollicité à la place de ${change.fromTrainers.join(', ')}.`, sessionLine(change), ...why(change)],
  link: manage(change),
});

/** To every agent whose request was alive. */
export const sessionCancelled = (change: SessionChangeFacts): Letter => ({
  subject: `Session annulée : ${change.courseTitle}`,
  paragraphs: [
    `La session de la formation « ${change.courseTitle} » est annulée. Vous n’avez rien à faire.`,
    sessionLine(change),
    ...why(change),
    'D’autres dates sont peut-être ouvertes près de chez vous.',
  ],
  link: { label: 'Chercher une autre session', path: '/formations' },
});

/** To its trainers, and to those who organise it. */
export const sessionCancelledForTeam = (change: SessionChangeFacts): Letter => ({
  subject: `Session annulée : ${change.courseTitle} (${change.code})`,
  paragraphs: [`La session ${change.code} est annulée : sa salle et ses formateurs sont libres.`, sessionLine(change), ...why(change)],
  link: see(change),
});

/** To those who organise the session, the day they have to decide. */
export const minimumDue = ({ courseTitle, code, seatsTaken, minSeats, decideBy, ...session }: MinimumFacts): Letter => ({
  subject: `À décider : ${courseTitle} (${code})`,
  paragraphs: [
    `${seatsTaken} ${seatsTaken > 1 ? 'inscrits' : 'inscrit'} pour un minimum de ${minSeats} ; décidez avant le ${dayInWords(new Date(noonOf(decideBy).getTime() + 86_400_000), 'UTC')}.`,
    sessionLine({ courseTitle, code, ...session }),
    'Vous pouvez décider depuis ce courriel, sans vous connecter, ou depuis la page de la session.',
  ],
  link: { label: 'Confirmer ou annuler', path: `/gestion/sessions/${code}` },
});
