/** Accommodations of a room, by code; what a law or a partner adds is added here and to `ck_room_accommodations`. */
export const ACCOMMODATIONS = {
  'boucle-magnetique': 'Boucle magnétique',
  'stationnement-pmr': 'Place de stationnement réservée (PMR)',
  'toilettes-adaptees': 'Toilettes adaptées',
  ascenseur: 'Ascenseur',
  guidage: 'Guidage au sol ou sonore',
  'mobilier-reglable': 'Mobilier réglable',
  'eclairage-adapte': 'Éclairage réglable',
  'espace-calme': 'Espace calme à proximité',
  'chien-guide': 'Chien guide ou d’assistance bienvenu',
} as const;
export type Accommodation = keyof typeof ACCOMMODATIONS;
export const ACCOMMODATION_CODES = Object.keys(ACCOMMODATIONS) as Accommodation[];

export const CONNECTIONS = {
  fibre: 'Fibre',
  adsl: 'ADSL ou VDSL',
  mobile: 'Réseau mobile (4G, 5G)',
  satellite: 'Satellite',
  aucune: 'Pas de connexion',
} as const;
export type Connection = keyof typeof CONNECTIONS;
export const CONNECTION_CODES = Object.keys(CONNECTIONS) as Connection[];
