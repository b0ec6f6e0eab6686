import type { Me, Role } from '../api/types';
import { hasRole } from './me';

export interface NavEntry {
  label: string;
  to: string;
  /** Nobody named: everybody. */
  roles?: Role[];
}

export const publicNav: NavEntry[] = [
  { label: 'Formations', to: '/formations' },
  { label: 'Lieux', to: '/lieux' },
];

const personalNav: NavEntry[] = [
  { label: 'Mon accueil', to: '/accueil' },
  { label: 'Mes demandes', to: '/mes-demandes', roles: ['agent'] },
  { label: 'Mes attestations', to: '/mes-attestations', roles: ['agent'] },
  { label: 'Demandes à décider', to: '/employeur/demandes', roles: ['training_officer'] },
  { label: 'Mes sessions', to: '/formateur/sessions', roles: ['trainer'] },
  { label: 'Mes lieux', to: '/hote/lieux', roles: ['venue_host'] },
  { label: 'Réservations', to: '/hote/reservations', roles: ['venue_host'] },
  { label: 'Charte NetPublic', to: '/hote/charte', roles: ['venue_host'] },
  { label: 'Demandes de lieux', to: '/administration/demandes-de-lieux', roles: ['administrator'] },
  { label: 'Catalogue', to: '/gestion/formations', roles: ['course_manager'] },
  { label: 'Sessions', to: '/gestion/sessions', roles: ['course_manager'] },
  { label: 'Planning', to: '/gestion/planning', roles: ['course_manager'] },
  { label: 'Mes réservations', to: '/gestion/reservations', roles: ['course_manager'] },
  { label: 'Tous les lieux', to: '/gestion/lieux/tous', roles: ['administrator'] },
  { label: 'Listes de lieux', to: '/gestion/lieux/imports', roles: ['administrator'] },
  { label: 'Doublons', to: '/gestion/lieux/doublons', roles: ['administrator'] },
  { label: 'NetPublic', to: '/netpublic', roles: ['state_officer', 'administrator'] },
  { label: 'Mes recherches', to: '/mes-recherches' },
];

export const navOf = (me: Me | null | undefined): NavEntry[] =>
  me ? personalNav.filter(({ roles }) => !roles || hasRole(me, ...roles)) : [];
