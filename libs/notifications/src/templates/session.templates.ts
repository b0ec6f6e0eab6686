import type { ProposalFacts, SessionChangeFacts } from '../facts/facts';
import { hours } from './dates';
import { sessionLine } from './enrolment.templates';
import type { Letter } from './letter';

/** Its half-days, one a line; those whose room is not certain say so. */
function halfDays({ slots, timeZone }: SessionChangeFacts): string {
  const state: Record<string, string> = { confirmed: '', held: ' (salle à confirmer)' };
  return ['À l’heure du lieu :', ...slots.map((each) => `• ${hours(each, timeZone)}${state[each.status] ?? ' (sans salle pour le moment)'}`)].join('\n');
}

const see = ({ code }: SessionChangeFacts) => ({ label: 'Voir la session', path: `/sessions/${code}` });

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
