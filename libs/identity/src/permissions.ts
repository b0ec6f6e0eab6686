export const ROLES = [
  'agent',
  'supervisor',
  'training_officer',
  'trainer',
  'venue_host',
  'course_manager',
  'state_officer',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What anyone signed in may do, whatever their roles: only ever about themselves. */
const SIGNED_IN = ['identity.me.read', 'identity.email.edit_own', 'notifications.message.read', 'notifications.preference.edit', 'training.search.keep'] as const;

/**
 * What each role may ask for. A permission opens a route; which objects it reaches (one's own organisation, team,
 * venue, session…) is then narrowed by the `<noun>.policy.ts` of each context.
 */
const BY_ROLE = {
  agent: [
    'identity.profile.edit',
    'identity.organisation.read',
    'training.enrolment.request',
    'training.enrolment.read_own',
    'training.enrolment.read',
    'training.enrolment.withdraw',
    'training.enrolment.answer_offer',
    'training.enrolment.opine',
    'training.attestation.read_own',
    'training.attestation.read',
  ],
  supervisor: ['identity.organisation.read', 'identity.agent.read', 'training.enrolment.read', 'training.enrolment.follow', 'training.enrolment.opine', 'training.deputy.name'],
  training_officer: [
    'identity.organisation.read',
    'identity.organisation.search',
    'identity.agent.read',
    'training.enrolment.read',
    'training.enrolment.follow',
    'training.enrolment.decide',
    'training.enrolment.opine',
    'training.enrolment.request_for',
    'training.chain.edit',
    'training.deputy.name',
    'training.attestation.read',
    'training.enrolment.withdraw',
    'notifications.letter.read',
    'notifications.letter.print',
    'notifications.letter.readdress',
  ],
  trainer: [
    'identity.organisation.read',
    'training.session.read_own',
    'trainers.ask.answer',
    'trainers.competency.edit_own',
    'training.roll.read',
    'training.roll.mark',
    'training.roll.close',
  ],
  venue_host: [
    'identity.organisation.read',
    'venues.venue.create',
    'venues.venue.claim',
    'venues.charter.sign',
    'venues.photo.edit',
    'venues.venue.edit',
    'venues.venue.publish',
    'venues.venue.read_own',
    'venues.room.edit',
    'venues.booking.read',
    'venues.booking.answer',
    'venues.booking.create',
    'training.session.rebook',
  ],
  course_manager: [
    'identity.organisation.read',
    'identity.organisation.search',
    'training.course.create',
    'training.course.edit',
    'training.course.publish',
    'training.course.archive',
    'training.course.manage',
    'training.schedule.read',
    'training.schedule.search',
    'training.session.create',
    'training.session.open',
    'training.session.cancel',
    'training.session.edit',
    'training.session.rebook',
    'training.session.manage',
    'training.room.search',
    'venues.booking.create',
    'venues.booking.read_own',
    'training.enrolment.read',
    'training.enrolment.select',
    'training.enrolment.request_for',
    'training.roll.read',
    'trainers.trainer.read',
    'trainers.competency.edit',
    'notifications.letter.read',
    'notifications.letter.print',
    'notifications.letter.readdress',
  ],
  state_officer: [
    'identity.organisation.read',
    'federation.publication.read',
    'federation.publication.retry',
  ],
  administrator: [
    'identity.organisation.read',
    'federation.publication.read',
    'federation.publication.retry',
    'venues.import.read',
    'venues.import.run',
    'venues.duplicate.read',
    'venues.duplicate.decide',
    'venues.venue.administer',
    'venues.photo.edit',
    'venues.venue.create',
    'venues.venue.edit',
    'venues.venue.publish',
    'venues.venue.read_own',
    'venues.room.edit',
    'venues.booking.read',
    'venues.booking.answer',
    'venues.booking.create',
    'training.session.rebook',
  ],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof SIGNED_IN)[number] | (typeof BY_ROLE)[Role][number];

export const permissionsOf = (roles: Iterable<Role>): Set<Permission> =>
  new Set<Permission>([...SIGNED_IN, ...[...roles].flatMap((role): readonly Permission[] => BY_ROLE[role])]);

/** Every permission there is, in alphabetical order. */
export const PERMISSIONS: readonly Permission[] = [...permissionsOf(ROLES)].sort();
