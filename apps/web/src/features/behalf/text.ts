import type { EnrolmentStatus } from '../../api/types';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const text = {
  title: 'Inscrire des agents',
  lead: (course: string, when: string) => `${course}, ${when}.`,
  noSession: 'Pour quelle session\u202f?',
  none: 'Choisissez une session dans le catalogue\u202f: le bouton «\u202fInscrire des agents\u202f» s’y trouve.',
  browse: 'Chercher une formation',
  notYours: 'Les agents sont inscrits par leur référent formation, ou par la délégation qui reçoit leur bulletin.',
  agents: 'Agents',
  agentsHint: 'Cherchez par nom. Les agents d’une seule collectivité peuvent être inscrits ensemble.',
  agentsMissing: 'Choisissez au moins un agent.',
  offlineHint: 'Cherchez par nom, parmi les agents des collectivités de votre région qui n’ont pas ouvert l’inscription en ligne.',
  refusedOf: (agent: string, why: string) => `${agent}\u202f: ${why}`,
  byLaw: 'Priorité légale (L. 422-3)',
  byLawHint: 'Catégorie C sans qualification de niveau 4, handicap ou usure professionnelle\u202f: ces agents passent avant les autres dans la liste d’attente. La raison reste chez vous.',
  together: 'Les inscrire ensemble ou pas du tout',
  togetherHint: 'Le groupe attend que la session ait assez de places pour tous, puis chacun reçoit une proposition. Si des avis sont attendus, vous le validerez quand tous seront donnés.',
  motivation: 'Pourquoi cette formation',
  motivationHint: 'Facultatif. L’organisateur le lira.',
  accepts: 'Accepter les conditions de la fiche technique',
  acceptsHint: 'Elles disent qui paie quand l’employeur n’est pas une collectivité.',
  signedBy: 'Qui a signé le bulletin',
  signedByHint: 'L’autorité territoriale, par son nom et sa fonction. Sans signature, l’inscription n’est pas prise en compte.',
  signedOn: 'Date de la signature',
  missing: 'Cette information est sur le bulletin.',
  submit: 'Inscrire',
  refused: 'Aucune inscription n’a été enregistrée',
  done: (count: number) => `${plural(count, 'demande est enregistrée', 'demandes sont enregistrées')}. Chaque agent est prévenu.`,
  outcome: (number: string) => `Demande ${number}`,
  outcomes: {
    submitted: 'attend encore une étape chez l’employeur', transmitted: 'transmise à l’organisateur', admitted: 'place obtenue', waiting: 'liste d’attente',
  } as Partial<Record<EnrolmentStatus, string>>,
  again: 'Inscrire d’autres agents',
  see: 'Voir la session',
};
