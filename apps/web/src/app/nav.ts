import { useQuery } from '@tanstack/react-query';
import type { Role } from '../api/types';
import { standsInQuery } from '../features/team/queries';
import { hasRole, useMe } from './me';

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

const TEAM = '/equipe/demandes';

const personalNav: NavEntry[] = [
  { label: 'Mon accueil', to: '/accueil' },
  { label: 'Mes demandes', to: '/mes-demandes', roles: ['agent'] },
  { label: 'Mes attestations', to: '/mes-attestations', roles: ['agent'] },
  { label: 'Demandes de mon équipe', to: TEAM, roles: ['supervisor'] },
  { label: 'Demandes à décider', to: '/employeur/demandes', roles: ['training_officer'] },
  { label: 'Suivi des demandes', to: '/suivi', roles: ['supervisor', 'training_officer'] },
  { label: 'Circuit de décision', to: '/employeur/circuit', roles: ['training_officer'] },
  { label: 'Mes sessions', to: '/formateur/sessions', roles: ['trainer'] },
  { label: 'Mes lieux', to: '/hote/lieux', roles: ['venue_host'] },
  { label: 'Réservations', to: '/hote/reservations', roles: ['venue_host'] },
  { label: 'Charte NetPublic', to: '/hote/charte', roles: ['venue_host'] },
  { label: 'Demandes de lieux', to: '/administration/demandes-de-lieux', roles: ['administrator'] },
  { label: 'Catalogue', to: '/gestion/formations', roles: ['course_manager'] },
  { label: 'Sessions', to: '/gestion/sessions', roles: ['course_manager'] },
  { label: 'Planning', to: '/gestion/planning', roles: ['course_manager'] },
  { label: 'Formateurs', to: '/gestion/formateurs', roles: ['course_manager'] },
  { label: 'Réservations', to: '/gestion/reservations', roles: ['course_manager'] },
  { label: 'Tous les lieux', to: '/gestion/lieux/tous', roles: ['administrator'] },
  { label: 'Listes de lieux', to: '/gestion/lieux/imports', roles: ['administrator'] },
  { label: 'Doublons', to: '/gestion/lieux/doublons', roles: ['administrator'] },
  { label: 'Courriers', to: '/courriers', roles: ['training_officer', 'course_manager'] },
  { label: 'NetPublic', to: '/netpublic', roles: ['state_officer', 'administrator'] },
  { label: 'Mes recherches', to: '/mes-recherches' },
];

/** The entries of this person; those who stand in for a supervisor find the team that is entrusted to them. */
export function useNav(): NavEntry[] {
  const me = useMe();
  const mayStandIn = Boolean(me) && hasRole(me, 'agent', 'training_officer') && !hasRole(me, 'supervisor');
  const { data: standsIn = false } = useQuery({ ...standsInQuery, enabled: mayStandIn });
  if (!me) return [];
  return personalNav.filter(({ to, roles }) => !roles || hasRole(me, ...roles) || (to === TEAM && mayStandIn && standsIn));
}
