import type { Room } from '../../api/types';

export const accommodationLabels: Record<Room['accommodations'][number], string> = {
  'boucle-magnetique': 'Boucle magnétique',
  'stationnement-pmr': 'Place de stationnement réservée (PMR)',
  'toilettes-adaptees': 'Toilettes adaptées',
  ascenseur: 'Ascenseur',
  guidage: 'Guidage au sol ou sonore',
  'mobilier-reglable': 'Mobilier réglable',
  'eclairage-adapte': 'Éclairage réglable',
  'espace-calme': 'Espace calme à proximité',
  'chien-guide': 'Chien guide ou d’assistance bienvenu',
};

export const connectionLabels: Record<NonNullable<Room['connectionKind']>, string> = {
  fibre: 'Fibre',
  adsl: 'ADSL ou VDSL',
  mobile: 'Réseau mobile (4G, 5G)',
  satellite: 'Satellite',
  aucune: 'Pas de connexion',
};

/** « 10 × Portables », « Vidéoprojecteur » */
export const equipmentLabel = ({ name, quantity }: { name: string; quantity: number }): string =>
  quantity > 1 ? `${quantity} × ${name}` : name;

/** « Fibre, 300 Mbit/s » */
export const connectionLabel = ({ connectionKind, connectionMbps }: Pick<Room, 'connectionKind' | 'connectionMbps'>): string =>
  [connectionKind && connectionLabels[connectionKind], connectionMbps && `${connectionMbps} Mbit/s`].filter(Boolean).join(', ');
