import type { EnrolmentCard, EnrolmentStatus } from '../../api/types';
import type { StatusTone } from '../../ui/status';

interface Meaning {
  label: string;
  tone: StatusTone;
  /** What happens next, told to the agent. */
  next: string;
}

export const requestStatuses: Record<EnrolmentStatus, Meaning> = {
  draft: { label: 'Brouillon', tone: 'neutral', next: 'Envoyez votre demande pour que votre employeur la reçoive.' },
  submitted: {
    label: 'Chez votre employeur',
    tone: 'active',
    next: 'Votre employeur doit donner son accord. Vous serez prévenu par courriel de sa décision.',
  },
  transmitted: {
    label: 'Chez l’organisateur',
    tone: 'active',
    next: 'Votre employeur a donné son accord. L’organisateur choisit parmi les demandes reçues\u202f: sa réponse vous arrivera par courriel.',
  },
  refused: {
    label: 'Refusée par l’employeur',
    tone: 'bad',
    next: 'Vous pouvez en parler avec votre service formation, ou demander une autre session.',
  },
  admitted: {
    label: 'Place obtenue',
    tone: 'good',
    next: 'Votre convocation arrivera par courriel avant la formation. Si vous ne pouvez plus venir, retirez votre demande : la place ira à une autre personne.',
  },
  waiting: {
    label: 'Liste d’attente',
    tone: 'active',
    next: 'Aucune place n’est libre pour cette demande. Dès qu’une place se libère, elle est proposée à la première personne de la liste\u202f: vous recevrez un courriel, avec un délai pour l’accepter.',
  },
  offered: {
    label: 'Place proposée',
    tone: 'waiting',
    next: 'Une place se libère pour vous. Acceptez-la ou laissez-la avant l’échéance\u202f: sans réponse, elle ira à la personne suivante.',
  },
  not_selected: {
    label: 'Non retenue',
    tone: 'bad',
    next: 'Vous pouvez demander une place dans une autre session.',
  },
  convoked: {
    label: 'Convocation envoyée',
    tone: 'good',
    next: 'Votre convocation est dans votre messagerie, avec l’adresse et les horaires.',
  },
  present: { label: 'Formation suivie', tone: 'good', next: 'Votre attestation est en préparation.' },
  partial: {
    label: 'Suivie en partie',
    tone: 'neutral',
    next: 'Votre attestation portera les heures que vous avez suivies.',
  },
  absent: {
    label: 'Absence',
    tone: 'neutral',
    next: 'Aucune attestation n’est établie. Vous pouvez demander une autre session.',
  },
  attested: { label: 'Attestation délivrée', tone: 'good', next: 'Votre attestation est disponible.' },
  withdrawn: { label: 'Retirée', tone: 'neutral', next: 'Vous pouvez demander une place dans une autre session.' },
  cancelled: {
    label: 'Session annulée',
    tone: 'bad',
    next: 'La session n’aura pas lieu. Vous pouvez demander une place à une autre date.',
  },
};

/** « Liste d’attente, rang 3 » */
export function statusLabel({ status, waitingRank }: Pick<EnrolmentCard, 'status' | 'waitingRank'>): string {
  const { label } = requestStatuses[status];
  return status === 'waiting' && waitingRank !== null ? `${label}, rang ${waitingRank}` : label;
}

const over: EnrolmentStatus[] = ['refused', 'withdrawn', 'not_selected', 'cancelled'];

/** The request has ended without a seat: another one may be made for the same session. */
export const isOver = (status: EnrolmentStatus): boolean => over.includes(status);
