import type { VenueFilters } from '../../api/types';

export type Service = NonNullable<VenueFilters['service']>;

/** What a place may offer, in the words of the national standard. */
export const services: Service[] = [
  'Aide aux démarches administratives',
  'Maîtrise des outils numériques du quotidien',
  'Insertion professionnelle via le numérique',
  'Utilisation sécurisée du numérique',
  'Parentalité et éducation avec le numérique',
  'Loisirs et créations numériques',
  'Compréhension du monde numérique',
  'Accès internet et matériel informatique',
  'Acquisition de matériel informatique à prix solidaire',
];
