import type { AskFacts, AskedSessionFacts } from '../facts/facts';
import { hours } from './dates';
import type { Letter } from './letter';

const several = ({ sessions }: AskFacts): boolean => sessions.length > 1;
const titles = ({ sessions }: AskFacts): string => [...new Set(sessions.map(({ courseTitle }) => courseTitle))].join(', ');

/** Each session with its half-days, one a line. */
function programme({ sessionCode, courseTitle, where, timeZone, slots }: AskedSessionFacts): string {
  return [`${courseTitle} (${sessionCode}), ${where}, à l’heure du lieu :`, ...slots.map((slot) => `• ${hours(slot, timeZone)}`)].join('\n');
}

const toSession = ({ sessions }: AskFacts): Letter['link'] =>
  sessions.length > 1 ? { label: 'Voir les sessions', path: '/gestion/sessions' } : { label: 'Voir la session', path: `/gestion/sessions/${sessions[0]!.sessionCode}` };

/** To a trainer; the link answers without signing in. */
export const trainerAsked = (ask: AskFacts): Letter => ({
  subject: several(ask) ? `Pouvez-vous animer ces ${ask.sessions.length} sessions ?` : `Pouvez-vous animer cette session : ${titles(ask)} ?`,
  paragraphs: [
    `${ask.organiserName} vous demande d’animer ${several(ask) ? `${ask.sessions.length} sessions` : 'une session'}. Ces créneaux vous sont réservés tant que vous n’avez pas répondu.`,
    ...ask.sessions.map(programme),
    'Le bouton ci-dessous ouvre une page où vous acceptez, ou déclinez en disant pourquoi : sans vous connecter.',
  ],
  link: { label: 'Répondre', path: '/formateur/sessions' },
});

/** To whoever organises the session. */
export const trainerAccepted = (ask: AskFacts): Letter => ({
  subject: `${ask.trainerName} accepte : ${titles(ask)}`,
  paragraphs: [`${ask.trainerName} accepte d’animer ${several(ask) ? 'ces sessions' : 'cette session'}.`, ...ask.sessions.map(programme)],
  link: toSession(ask),
});

export const trainerDeclined = (ask: AskFacts): Letter => ({
  subject: `${ask.trainerName} décline : ${titles(ask)}`,
  paragraphs: [
    `${ask.trainerName} ne peut pas animer ${several(ask) ? 'ces sessions' : 'cette session'} et n’est plus retenu pour ${several(ask) ? 'elles' : 'elle'}. Sollicitez quelqu’un d’autre.`,
    ...ask.sessions.map(programme),
    ...(ask.reason ? [`Motif indiqué : ${ask.reason}`] : []),
  ],
  link: toSession(ask),
});
