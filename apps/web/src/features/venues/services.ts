import type { VenueFilters } from '../../api/types';

type Values<K extends keyof VenueFilters> = Extract<VenueFilters[K], string[]>[number];
export type Service = Values<'service'>;
export type Public = Values<'public'>;
export type Care = Values<'care'>;
export type Fee = Values<'fee'>;
export type Label = Values<'label'>;

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

export const publics: Public[] = ['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'];

export const cares: Care[] = [
  'Surdité',
  'Handicaps moteurs',
  'Handicaps mentaux',
  'Déficience visuelle',
  'Illettrisme',
  'Langues étrangères (anglais)',
  'Langues étrangères (autres)',
];

export const fees: Fee[] = ['Gratuit', 'Gratuit sous condition', 'Payant'];

/** Those people know by name; the others are found by words. */
export const labels: Label[] = [
  'France Services',
  'Conseillers numériques',
  'Aidants Connect',
  'Bibliothèques numérique de référence',
  'Certification PIX',
  'Emmaüs Connect',
  'La Croix Rouge',
  'Promeneurs du net',
  'Étapes numériques (La Poste)',
  'Fabriques de Territoire',
  'ORDI 3.0',
];
