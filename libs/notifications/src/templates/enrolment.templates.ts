import { momentInWords } from '@app/platform';
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

const AWAITED = {
  opinion: 'Cette demande attend votre avis motivé, favorable ou défavorable. Votre service de formation décidera ensuite.',
  validation: 'Cette demande attend votre décision. Une place n’est attribuée qu’après votre accord.',
  visa: 'Cette demande attend le visa de l’autorité territoriale. Une place n’est attribuée qu’ensuite.',
};

/** To whomever it waits for at the employer's. */
export const enrolmentSubmitted = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} à examiner : ${enrolment.agentName}`,
  paragraphs: [
    `${enrolment.agentName} demande à suivre la formation ${title(enrolment)}.`,
    sessionLine(enrolment),
    AWAITED[enrolment.step ?? 'validation'],
  ],
  link: enrolment.step === 'opinion' ? { label: 'Donner mon avis', path: '/equipe/demandes' } : { label: 'Examiner les demandes', path: '/employeur/demandes' },
});

export const enrolmentDue = (enrolment: EnrolmentFacts): Letter => ({ ...enrolmentSubmitted(enrolment), subject: `Rappel : demande ${enrolment.number} de ${enrolment.agentName}` });

export const enrolmentMoved = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Votre place est remise en attente : ${enrolment.courseTitle}`,
  paragraphs: [
    `La session de la formation ${title(enrolment)} a moins de places que prévu\u202f: la vôtre n’a pas pu être gardée.`,
    sessionLine(enrolment),
    ...(enrolment.reason ? [`Motif indiqué : ${enrolment.reason}`] : []),
    'Vous êtes en tête de la liste d’attente\u202f: la prochaine place vous est proposée.',
  ],
  link: follow(enrolment),
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
    'Dès qu’une place se libère, elle est proposée dans l’ordre de la liste\u202f: vous recevrez un courriel pour l’accepter.',
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

export const enrolmentTransmitted = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} transmise au CNFPT`,
  paragraphs: [
    `Votre employeur a validé votre demande pour la formation ${title(enrolment)}.`,
    sessionLine(enrolment),
    'L’organisateur choisit parmi les demandes reçues. Vous recevrez sa réponse par courriel.',
  ],
  link: follow(enrolment),
});

export const enrolmentNotSelected = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Demande ${enrolment.number} non retenue`,
  paragraphs: [
    `Votre demande pour la formation ${title(enrolment)} n’a pas été retenue.`,
    sessionLine(enrolment),
    ...(enrolment.reason ? [`Motif indiqué : ${enrolment.reason}`] : []),
    'D’autres sessions de cette formation peuvent vous convenir.',
  ],
  link: { label: 'Chercher une autre session', path: '/formations' },
});

export const enrolmentOffered = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Une place se libère : ${enrolment.courseTitle}`,
  paragraphs: [
    `Une place se libère pour vous dans la formation ${title(enrolment)}.`,
    sessionLine(enrolment),
    `Elle vous est gardée jusqu’au ${momentInWords(enrolment.offerUntil!, enrolment.timeZone)}. Sans réponse de votre part, elle ira à la personne suivante.`,
  ],
  link: { label: 'Répondre', path: `/mes-demandes/${enrolment.enrolmentId}` },
});

export const enrolmentDeclined = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Place laissée : ${enrolment.courseTitle}`,
  paragraphs: [
    `Vous avez laissé la place qui vous était proposée dans la formation ${title(enrolment)}. Elle va à la personne suivante.`,
    sessionLine(enrolment),
    'Vous pouvez faire une autre demande quand vous le souhaitez.',
  ],
  link: { label: 'Chercher une autre session', path: '/formations' },
});

export const enrolmentLapsed = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Délai passé : ${enrolment.courseTitle}`,
  paragraphs: [
    `Vous n’avez pas répondu à temps à la place proposée dans la formation ${title(enrolment)}. Elle est allée à la personne suivante.`,
    sessionLine(enrolment),
    'Vous pouvez faire une nouvelle demande pour cette session ou pour une autre.',
  ],
  link: { label: 'Chercher une autre session', path: '/formations' },
});

export const enrolmentConvoked = (enrolment: EnrolmentFacts): Letter => ({
  subject: `Convocation : ${enrolment.courseTitle}`,
  paragraphs: [
    `Vous êtes convoqué ou convoquée à la formation ${title(enrolment)}, sous le numéro ${enrolment.number}.`,
    sessionLine(enrolment),
    'Cette convocation permet à votre employeur d’établir votre ordre de mission. Si vous ne pouvez plus venir, prévenez l’organisateur au plus tôt.',
  ],
  link: follow(enrolment),
});
