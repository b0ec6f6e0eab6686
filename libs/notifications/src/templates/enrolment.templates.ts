import type { EnrolmentFacts, SessionFacts } from '../facts/facts';
import { days } from './dates';
import type { Letter } from './letter';

const title = ({ courseTitle }: SessionFacts): string => `« ${courseTitle} »`;

const where = ({ venueName, communeName }: SessionFacts): string =>
  communeName ? `${venueName}, ${communeName}` : venueName;

export const sessionLine = (session: SessionFacts): string =>
  `Session ${session.code}, ${days(session.startsAt, session.endsAt, session.timeZone)}, ${where(session)}.`;

const follow = ({ enrolmentId }: EnrolmentFacts) => ({
  label: 'Suivre ma demande',
  path: `/mes-demandes/${enrolmentId}`,
});

/** To the training officers of the employer. */
export const enrolmentSubmitted = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} à examiner : ${enrolment.agentName}`,
  paragraphs: [
    `${enrolment.agentName} demande à suivre la formation ${title(enrolment)}.`,
    sessionLine(enrolment),
    'Cette demande attend votre décision. Une place n’est attribuée qu’après votre accord.',
  ],
  link: { label: 'Examiner les demandes', path: '/employeur/demandes' },
});

export const enrolmentRefused = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} refusée`,
  paragraphs: [
    `Votre demande pour la formation ${title(enrolment)} a été refusée par votre employeur.`,
    sessionLine(enrolment),
    ...(enrolment.reason ? [`Motif indiqué : ${enrolment.reason}`] : []),
    'Vous pouvez en parler avec votre référent formation et demander une autre session.',
  ],
  link: follow(enrolment),
});

export const enrolmentAdmitted = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Vous avez une place : ${enrolment.courseTitle}`,
  paragraphs: [
    `Vous êtes inscrit ou inscrite à la formation ${title(enrolment)}, sous le numéro ${enrolment.number}.`,
    sessionLine(enrolment),
    'Si vous ne pouvez plus venir, retirez votre demande dès que possible : votre place ira à la personne suivante.',
  ],
  link: follow(enrolment),
});

export const enrolmentWaiting = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Liste d’attente : ${enrolment.courseTitle}`,
  paragraphs: [
    `La session de la formation ${title(enrolment)} est complète pour le moment.`,
    sessionLine(enrolment),
    ...(enrolment.waitingRank ? [`Vous êtes sur la liste d’attente, au rang ${enrolment.waitingRank}.`] : []),
    'Dès qu’une place se libère, elle est attribuée dans l’ordre de la liste et vous êtes prévenu ou prévenue.',
  ],
  link: follow(enrolment),
});

export const enrolmentWithdrawn = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} retirée`,
  paragraphs: [
    `La demande pour la formation ${title(enrolment)} est retirée.`,
    sessionLine(enrolment),
    ...(enrolment.reason ? [`Motif indiqué : ${enrolment.reason}`] : []),
    'Vous pouvez faire une autre demande quand vous le souhaitez.',
  ],
  link: { label: 'Chercher une autre session', path: '/formations' },
});
