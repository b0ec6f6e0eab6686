import type { Role } from '@app/identity';

export type Reader = 'anonymous' | Role;

const SIGNED_IN: readonly Reader[] = [
  'agent', 'supervisor', 'training_officer', 'trainer', 'venue_host', 'course_manager', 'state_officer', 'administrator',
];
export const READERS: readonly Reader[] = ['anonymous', ...SIGNED_IN];
const ANYONE = READERS;
const HOSTS: readonly Reader[] = ['venue_host', 'administrator'];
const PORTAL: readonly Reader[] = ['state_officer', 'administrator'];
const PARTIES: readonly Reader[] = ['agent', 'supervisor', 'training_officer', 'course_manager'];

const pages = [
  '', '/formations', '/formations/:id', '/sessions/:id', '/lieux', '/lieux/:id', '/connexion', '/accueil', '/mes-demandes', '/mes-demandes/:id',
  '/mes-attestations', '/employeur/demandes', '/formateur/sessions', '/formateur/sessions/:id/emargement', '/hote/lieux', '/hote/lieux/:id',
  '/hote/reservations', '/gestion/lieux/imports', '/gestion/lieux/imports/:id', '/gestion/lieux/doublons', '/gestion/lieux/doublons/:id', '/gestion/formations', '/gestion/formations/nouvelle', '/gestion/formations/:id', '/gestion/sessions',
  '/gestion/sessions/nouvelle', '/gestion/sessions/:id', '/netpublic', '/verifier', '/verifier/:id', '/style', '/accessibilite', '/mentions-legales', '/donnees-ouvertes', '/profil', '*',
];

/**
 * Who may call each route. Written by hand, from what each person comes to do, and never from the decorators that
 * the guard reads: the two are compared.
 */
export const ACCESS: Record<string, readonly Reader[]> = {
  ...Object.fromEntries(pages.map((page) => [`GET /pages${page}`, ANYONE])),
  'GET *': ANYONE,
  'GET /health/live': ANYONE,
  'GET /health/ready': ANYONE,
  'GET /metrics': ANYONE,

  'POST /api/v1/auth/sign-in': ANYONE,
  'POST /api/v1/auth/sign-out': ANYONE,
  'GET /api/v1/auth/me': SIGNED_IN,
  'GET /api/v1/me/messages': SIGNED_IN,
  'PATCH /api/v1/me/profile': ['agent'],
  'GET /api/v1/agents': ['supervisor', 'training_officer'],
  'GET /api/v1/agents/:id': ['supervisor', 'training_officer'],
  'GET /api/v1/organisations/:id': SIGNED_IN,
  'GET /api/v1/reference/communes': ANYONE,
  'GET /api/v1/reference/departements': ANYONE,
  'GET /api/v1/reference/metiers': ANYONE,
  'GET /api/v1/reference/cadres-emplois': ANYONE,

  'GET /api/v1/venues': ANYONE,
  'GET /api/v1/venues/:id': ANYONE,
  'GET /api/v1/venues/mine': HOSTS,
  'POST /api/v1/venues': HOSTS,
  'PATCH /api/v1/venues/:id': HOSTS,
  'POST /api/v1/venues/:id/publish': HOSTS,
  'POST /api/v1/venues/:id/withdraw': HOSTS,
  'POST /api/v1/venues/:id/rooms': HOSTS,
  'GET /api/v1/venues/:id/closures': ANYONE,
  'POST /api/v1/venues/:id/closures': HOSTS,
  'DELETE /api/v1/closures/:id': HOSTS,
  'POST /api/v1/venues/:id/claim': ['venue_host'],
  'PUT /api/v1/venues/:id/operator': ['administrator'],
  'GET /api/v1/claims/mine': ['venue_host'],
  'GET /api/v1/claims': ['administrator'],
  'POST /api/v1/claims/:id/approve': ['administrator'],
  'POST /api/v1/claims/:id/refuse': ['administrator'],
  'GET /api/v1/claim-links/:id': ANYONE,
  'POST /api/v1/claim-links/:id': ANYONE,
  'GET /api/v1/charter/versions': ANYONE,
  'GET /api/v1/charter/adhesions': ['venue_host'],
  'POST /api/v1/charter/adhesions': ['venue_host'],
  'POST /api/v1/charter/adhesions/:id/withdraw': ['venue_host'],
  'GET /api/v1/venues/:id/charter': ANYONE,
  'PUT /api/v1/venues/:id/hosting': HOSTS,
  'GET /api/v1/venues/:id/photos': ANYONE,
  'POST /api/v1/venues/:id/photos': HOSTS,
  'PUT /api/v1/venues/:id/photos/order': HOSTS,
  'PATCH /api/v1/photos/:id': HOSTS,
  'DELETE /api/v1/photos/:id': HOSTS,
  'POST /api/v1/photos/:id/restore': HOSTS,
  'GET /api/v1/photos/:id': ANYONE,
  'GET /api/v1/rooms': ['course_manager'],
  'PATCH /api/v1/rooms/:id': HOSTS,
  'POST /api/v1/rooms/:id/retire': HOSTS,
  'POST /api/v1/rooms/:id/restore': HOSTS,
  'PUT /api/v1/venues/:id/equipment': HOSTS,
  'GET /api/v1/imports': ['administrator'],
  'POST /api/v1/imports': ['administrator'],
  'GET /api/v1/imports/:id': ['administrator'],
  'POST /api/v1/imports/:id/apply': ['administrator'],
  'POST /api/v1/imports/:id/cancel': ['administrator'],
  'GET /api/v1/imports/:id/findings': ['administrator'],
  'GET /api/v1/imports/:id/refusals.csv': ['administrator'],
  'GET /api/v1/duplicates': ['administrator'],
  'GET /api/v1/duplicates/:id': ['administrator'],
  'POST /api/v1/duplicates/:id/merge': ['administrator'],
  'POST /api/v1/duplicates/:id/undo': ['administrator'],
  'POST /api/v1/duplicates/:id/dismiss': ['administrator'],
  'POST /api/v1/duplicates/:id/reopen': ['administrator'],
  'GET /api/v1/bookings': HOSTS,
  'POST /api/v1/bookings/:id/confirm': HOSTS,
  'POST /api/v1/bookings/:id/refuse': HOSTS,

  'GET /api/v1/courses': ANYONE,
  'GET /api/v1/courses/:id': ANYONE,
  'POST /api/v1/courses': ['course_manager'],
  'PATCH /api/v1/courses/:id': ['course_manager'],
  'POST /api/v1/courses/:id/publish': ['course_manager'],
  'POST /api/v1/courses/:id/archive': ['course_manager'],
  'POST /api/v1/courses/:id/sessions': ['course_manager'],
  'GET /api/v1/manage/courses': ['course_manager'],
  'GET /api/v1/manage/courses/:id': ['course_manager'],
  'GET /api/v1/manage/sessions': ['course_manager'],
  'GET /api/v1/trainers': ['course_manager'],

  'GET /api/v1/sessions/:id': ANYONE,
  'GET /api/v1/sessions/mine': ['trainer'],
  'PATCH /api/v1/sessions/:id': ['course_manager'],
  'POST /api/v1/sessions/:id/open': ['course_manager'],
  'POST /api/v1/sessions/:id/confirm': ['course_manager'],
  'POST /api/v1/sessions/:id/cancel': ['course_manager'],
  'GET /api/v1/sessions/:id/roll': ['trainer', 'course_manager'],
  'PUT /api/v1/sessions/:id/roll': ['trainer'],
  'POST /api/v1/sessions/:id/close-roll': ['trainer'],
  'GET /api/v1/sessions/:id/enrolments': ['course_manager'],
  'POST /api/v1/sessions/:id/enrolments': ['agent'],

  'GET /api/v1/enrolments/mine': ['agent'],
  'GET /api/v1/enrolments/to-decide': ['training_officer'],
  'GET /api/v1/enrolments/:id': PARTIES,
  'POST /api/v1/enrolments/:id/validate': ['training_officer'],
  'POST /api/v1/enrolments/:id/refuse': ['training_officer'],
  'POST /api/v1/enrolments/:id/withdraw': ['agent', 'training_officer'],
  'GET /api/v1/attestations/mine': ['agent'],
  'GET /api/v1/attestations/verify/:id': ANYONE,
  'GET /api/v1/attestations/:id/pdf': ['agent', 'training_officer'],

  'GET /api/v1/federation/publications': PORTAL,
  'POST /api/v1/federation/publications/:id/retry': PORTAL,
};
