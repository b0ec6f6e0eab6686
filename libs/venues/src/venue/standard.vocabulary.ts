import { searchName } from '@app/identity';

/** Closed lists of the national standard v1.0.2, exactly as its library writes them. */
export const VOCABULARY = {
  itinerance: ['Itinérant', 'Fixe'],
  services: [
    'Aide aux démarches administratives',
    'Maîtrise des outils numériques du quotidien',
    'Insertion professionnelle via le numérique',
    'Utilisation sécurisée du numérique',
    'Parentalité et éducation avec le numérique',
    'Loisirs et créations numériques',
    'Compréhension du monde numérique',
    'Accès internet et matériel informatique',
    'Acquisition de matériel informatique à prix solidaire',
  ],
  publics: ['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'],
  care: [
    'Surdité',
    'Handicaps moteurs',
    'Handicaps mentaux',
    'Illettrisme',
    'Langues étrangères (anglais)',
    'Langues étrangères (autres)',
    'Déficience visuelle',
  ],
  fees: ['Gratuit', 'Gratuit sous condition', 'Payant'],
  programmes: [
    'Aidants Connect',
    'Bibliothèques numérique de référence',
    'Certification PIX',
    'Conseillers numériques',
    'Emmaüs Connect',
    'France Services',
    'Grande école du numérique',
    'La Croix Rouge',
    "Point d'accès numérique CAF",
    'Promeneurs du net',
    'Relais numérique (Emmaüs Connect)',
  ],
  labels: [
    'Formé à « Mon Espace Santé »',
    'Formé à « DUPLEX » (illettrisme)',
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    'Collectif ressources et acteurs réemploi (Normandie)',
    'Étapes numériques (La Poste)',
    'Fabriques de Territoire',
    'Les Éclaireurs du numérique (Drôme)',
    'Mes Papiers (Métropole de Lyon)',
    'ORDI 3.0',
    'SUD LABS (PACA)',
  ],
  accessModes: [
    'Se présenter',
    'Téléphoner',
    'Contacter par mail',
    'Prendre un RDV en ligne',
    "Ce lieu n'accueille pas de public",
    'Envoyer un mail avec une fiche de prescription',
  ],
  supportModes: ['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance'],
} as const satisfies Record<string, readonly string[]>;

export type VocabularyField = keyof typeof VOCABULARY;
const VOCABULARY_FIELDS = Object.keys(VOCABULARY) as VocabularyField[];

/** The library writes this label with a space, the published schema only admits it without. */
export const LABEL_THE_SCHEMA_REFUSES = 'Étapes numériques (La Poste)';

const canonical = Object.fromEntries(
  VOCABULARY_FIELDS.map((field) => [
    field,
    new Map(
      VOCABULARY[field].flatMap((value) => [value, searchName(value)].map((written) => [written, value])),
    ),
  ]),
) as Record<VocabularyField, Map<string, string>>;

/** The value as the standard writes it, whatever the accents, case, spaces or apostrophes it came with. */
export const canonicalValue = (field: VocabularyField, value: string): string | undefined =>
  canonical[field].get(value) ?? canonical[field].get(searchName(value));
