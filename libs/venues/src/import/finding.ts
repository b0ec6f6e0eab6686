import type { StandardColumn } from './standard-header';

/** Why a row is refused, or what was changed in it to accept it. */
export const FINDINGS = {
  'row.required': 'Cette colonne est obligatoire',
  'row.columns': 'La ligne n’a pas le même nombre de colonnes que l’en-tête',
  'row.shape': 'Un lieu est attendu, sous la forme d’un objet',
  'row.value': 'Une valeur est un texte, un nombre ou une liste de textes',
  'row.too_long': 'Le texte est trop long',
  'row.unclean': 'Le texte contient des caractères invisibles ou interdits',
  'row.id_repeated': 'Cet identifiant figure déjà plus haut dans le fichier',
  'pivot.invalid': 'Ni SIRET valide, ni numéro RNA ou RIDET',
  'postal_code.invalid': 'Un code postal compte cinq chiffres',
  'commune_code.invalid': 'Ce n’est pas un code officiel de commune',
  'coordinates.invalid': 'Coordonnée illisible : degrés décimaux attendus, avec un point',
  'coordinates.pair': 'La latitude et la longitude vont ensemble',
  'coordinates.swapped': 'La latitude et la longitude sont inversées',
  'coordinates.lambert93': 'Coordonnées en Lambert 93 : degrés décimaux (WGS 84) attendus',
  'coordinates.projected': 'Coordonnées en mètres : degrés décimaux (WGS 84) attendus',
  'phone.invalid': 'Numéro attendu au format international, sans espace',
  'email.invalid': 'Adresse de courriel illisible',
  'url.invalid': 'Adresse web illisible : http:// ou https:// attendu',
  'date.invalid': 'Date attendue au format AAAA-MM-JJ',
  'value.unknown': 'Valeur absente de la liste du standard',
  'row.marks_removed': 'Marques d’écriture invisibles retirées du texte',
  'coordinates.outside': 'Position hors des territoires français, non reprise',
  'hours.invalid': 'Horaires illisibles : le texte est repris, sans jours ni heures d’ouverture',
  'pivot.placeholder': 'Identifiant d’attente, enregistré comme inconnu',
  'label.schema_refuses': 'Libellé admis bien que le schéma publié l’attende sans espace',
  'phone.mobile_dropped': 'Numéro de portable non repris : il est souvent personnel',
  'typology.unknown': 'Typologie inconnue de la nomenclature, reprise telle quelle',
  'row.operator_holds': 'Lieu tenu par son hôte : la fiche n’est pas modifiée',
  'row.merged': 'Lieu réuni à un autre : la fiche visible ne change pas',
  'row.possible_duplicate': 'Ressemble à un lieu déjà connu',
} as const;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  field: StandardColumn | null;
  value: string;
  code: FindingCode;
  message: string;
}

export const finding = (
  code: FindingCode,
  field: StandardColumn | null,
  value = '',
  precision?: string,
): Finding => ({
  field,
  value: value.length > 80 ? `${value.slice(0, 79)}…` : value,
  code,
  message: precision ? `${FINDINGS[code]} (${precision})` : FINDINGS[code],
});
