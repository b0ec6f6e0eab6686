import type { Role } from '@app/identity';

/**
 * What each message is about. Those that are `fixed` wait for an answer with a deadline, or say when and where one is expected: they
 * leave at once whatever one prefers; news of searches have a rhythm of their own. `roles`: whom the others concern.
 */
export const KINDS = {
  awaited: { fixed: true, roles: [] },
  dates: { fixed: true, roles: [] },
  searches: { fixed: true, roles: [] },
  digest: { fixed: true, roles: [] },
  decisions: { fixed: false, roles: ['training_officer'] },
  requests: { fixed: false, roles: ['agent'] },
  reminders: { fixed: false, roles: ['agent'] },
  attestations: { fixed: false, roles: ['agent', 'training_officer'] },
  bookings: { fixed: false, roles: ['venue_host', 'course_manager'] },
  team: { fixed: false, roles: ['agent', 'trainer', 'course_manager'] },
  places: { fixed: false, roles: ['venue_host', 'administrator'] },
} as const satisfies Record<string, { fixed: boolean; roles: readonly Role[] }>;
export type Kind = keyof typeof KINDS;

/** Every message there is: a new one is added here first. */
const TEMPLATES = {
  attestation_issued: 'attestations',
  attestation_issued_to_employer: 'attestations',
  booking_answer_due: 'awaited',
  booking_cancelled: 'bookings',
  booking_confirmed: 'bookings',
  booking_expired: 'bookings',
  booking_expired_for_host: 'bookings',
  booking_moved: 'bookings',
  booking_refused: 'bookings',
  booking_requested: 'awaited',
  claim_asked: 'places',
  claim_granted: 'places',
  claim_granted_to_place: 'places',
  claim_lapsed: 'places',
  claim_refused: 'places',
  claim_to_decide: 'places',
  claim_to_place: 'awaited',
  daily_digest: 'digest',
  enrolment_admitted: 'dates',
  enrolment_convoked: 'dates',
  enrolment_declined: 'requests',
  enrolment_due: 'awaited',
  enrolment_lapsed: 'requests',
  enrolment_moved: 'dates',
  enrolment_not_selected: 'requests',
  enrolment_offered: 'awaited',
  enrolment_refused: 'requests',
  enrolment_submitted: 'decisions',
  enrolment_transmitted: 'requests',
  enrolment_waiting: 'requests',
  enrolment_withdrawn: 'requests',
  minimum_due: 'awaited',
  opinion_asked: 'awaited',
  search_digest: 'searches',
  session_cancelled: 'dates',
  session_dated: 'dates',
  session_dates_confirmed: 'dates',
  session_last_reminder: 'reminders',
  session_move_proposed: 'bookings',
  session_moved: 'dates',
  session_postponed: 'dates',
  session_reminder: 'reminders',
  trainer_accepted: 'team',
  trainer_asked: 'awaited',
  trainer_declined: 'team',
  trainer_replaced: 'team',
} as const satisfies Record<string, Kind>;
export type Template = keyof typeof TEMPLATES;

export const kindOf = (template: Template): Kind => TEMPLATES[template];

/** Paper comes too late for a reminder of the day before, and is of no use for news of searches. */
export const isPrinted = (template: Template): boolean => template !== 'session_last_reminder' && !['searches', 'digest'].includes(kindOf(template));
