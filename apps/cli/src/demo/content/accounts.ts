import type { Role } from '@app/identity';

export { DEMO_DOMAIN } from '@app/identity';

export const DEMO_PASSWORD = 'Relais-2015-demo';

/** One account per user group, named on the sign-in page of the demonstration. `organisation` is the key of its organisation. */
export interface DemoAccount {
  key: string;
  givenName: string;
  familyName: string;
  role: Role;
  organisation: string;
}

export const HOST_OPERATOR = 'mediatheques-valence';
/** Some of its agents have no e-mail address, or one that does not work. */
export const LETTERS_EMPLOYER = 'valence';
export const MANAGED_DELEGATION = 'auvergne-rhone-alpes';

export const ACCOUNTS: DemoAccount[] = [
  { key: 'agent', givenName: 'Camille', familyName: 'Marchand', role: 'agent', organisation: 'valence' },
  {
    key: 'employeur',
    givenName: 'Nadia',
    familyName: 'Belkacem',
    role: 'training_officer',
    organisation: 'valence',
  },
  {
    key: 'superieur',
    givenName: 'Olivier',
    familyName: 'Perrin',
    role: 'supervisor',
    organisation: 'valence',
  },
  {
    key: 'formateur',
    givenName: 'Awa',
    familyName: 'Diallo',
    role: 'trainer',
    organisation: MANAGED_DELEGATION,
  },
  {
    key: 'hote',
    givenName: 'Lucien',
    familyName: 'Ferrand',
    role: 'venue_host',
    organisation: HOST_OPERATOR,
  },
  {
    key: 'catalogue',
    givenName: 'Hélène',
    familyName: 'Quéméneur',
    role: 'course_manager',
    organisation: MANAGED_DELEGATION,
  },
  {
    key: 'etat',
    givenName: 'Thomas',
    familyName: 'Arnaud',
    role: 'state_officer',
    organisation: 'agence-du-numerique',
  },
  { key: 'admin', givenName: 'Inès', familyName: 'Vasseur', role: 'administrator', organisation: 'cnfpt' },
];
