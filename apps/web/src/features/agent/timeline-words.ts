import type { EnrolmentStatus } from '../../api/types';

type Step = { action: string; toStatus: EnrolmentStatus };

const placed: Partial<Record<EnrolmentStatus, string>> = {
  transmitted: 'demande transmise à l’organisateur',
  admitted: 'place obtenue',
  waiting: 'en liste d’attente',
};
const onward = (words: string) => ({ toStatus }: Step) => (placed[toStatus] ? `${words}\u202f: ${placed[toStatus]}` : words);
const said = (words: string) => () => words;

const titles: Record<string, (step: Step) => string> = {
  submit: onward('Demande envoyée'),
  opine: ({ toStatus }) => (toStatus === 'refused' ? 'Avis défavorable du supérieur\u202f: la demande s’arrête' : onward('Avis du supérieur')({ action: 'opine', toStatus })),
  pass_over: onward('Pas d’avis à temps, la demande continue'),
  validate: onward('Accord de l’employeur'),
  endorse: onward('Visa de l’autorité territoriale'),
  refuse: said('Refus de l’employeur'),
  select: onward('Demande retenue par l’organisateur'),
  not_select: said('Demande non retenue'),
  offer: said('Place proposée'),
  accept: said('Place acceptée'),
  decline: said('Place laissée'),
  lapse: said('Pas de réponse à temps\u202f: la place va à la personne suivante'),
  promote: said('Place obtenue depuis la liste d’attente'),
  convoke: said('Convocation envoyée'),
  release: said('Place rendue\u202f: la personne convoquée ne vient pas'),
  move: onward('Demande déplacée par l’organisateur'),
  withdraw: said('Demande retirée'),
  cancel: said('Session annulée'),
  roll: ({ toStatus }) => ({ absent: 'Absence enregistrée', partial: 'Présence partielle enregistrée' } as Partial<Record<EnrolmentStatus, string>>)[toStatus] ?? 'Présence enregistrée',
  attest: said('Attestation délivrée'),
};

/** What happened to a request, in words, with what it became. */
export const happened = (step: Step): string => titles[step.action]?.(step) ?? 'Demande modifiée';
