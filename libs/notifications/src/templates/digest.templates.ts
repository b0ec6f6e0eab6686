import type { DigestFacts, DigestNews } from '../facts/facts';
import { days } from './dates';
import type { Letter } from './letter';

const SAID: Record<DigestNews['kind'], string> = {
  course_published: 'Nouvelle formation',
  session_opened: 'Nouvelle session',
  seat_freed: 'Une place s’est libérée',
};

const line = ({ kind, courseTitle, startsAt, endsAt, timeZone, place }: DigestNews): string =>
  `${SAID[kind]} : « ${courseTitle} »${startsAt && endsAt && timeZone ? `, ${days(startsAt, endsAt, timeZone)}, ${place}` : ''}`;

/** One paragraph for each search that has news. */
export function digest({ searches }: DigestFacts): Letter {
  const count = searches.reduce((sum, { news }) => sum + news.length, 0);
  return {
    subject: count > 1 ? `${count} nouveautés dans vos recherches` : 'Une nouveauté dans vos recherches',
    paragraphs: searches.map(({ name, news }) => [`Votre recherche « ${name} »`, ...news.map((one) => `– ${line(one)}`)].join('\n')),
    link: { label: 'Voir mes recherches', path: '/mes-recherches' },
  };
}

/** What was kept since the last one: each message by its subject and its first words. */
export const dailyDigest = (messages: readonly { subject: string; body: string }[]): Letter => ({
  subject: messages.length > 1 ? `Votre récapitulatif : ${messages.length} messages` : `Votre récapitulatif : ${messages[0]!.subject}`,
  paragraphs: messages.map(({ subject, body }) => `${subject}\n${body.split('\n\n', 1)[0]}`),
  link: { label: 'Voir mes messages', path: '/mes-messages' },
});
