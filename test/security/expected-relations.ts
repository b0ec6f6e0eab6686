import type { Reader } from './expected-access';
import type { Ask } from './matrix';
import type { Objects } from './world';

/** The answer about what is one's own, a colleague's, another organisation's, and about what does not exist. */
type Answers = readonly [own: number, colleague: number, other: number, absent: number];

interface Row extends Ask {
  target: keyof Objects;
  /** By role; a role that may call the route and is not named here gets `others`, or 404. */
  by?: Partial<Record<Reader, Answers>>;
  others?: Answers;
}

const TEAM: Answers = [200, 404, 404, 404];
const HOUSE: Answers = [200, 200, 404, 404];
const ALL: Answers = [200, 200, 200, 404];
const NOBODY: Answers = [404, 404, 404, 404];
/** The same reach, for an edit of a stale version (412) or an action that the state does not open (409): nothing changes. */
const houseEdit: Answers = [412, 412, 404, 404];
const allEdit: Answers = [412, 412, 412, 404];
const teamAction: Answers = [409, 404, 404, 404];
const houseAction: Answers = [409, 409, 404, 404];
const allAction: Answers = [409, 409, 409, 404];
const noDay: Answers = [422, 422, 422, 422];
const noReason: Answers = [422, 422, 404, 404];
const nothing = '00000000-0000-7000-8000-000000000000';
const emptyMeeting = { purpose: 'Réunion', date: '2030-01-07', start: '12:00', end: '09:00' };
const emptyMove = { date: '2030-01-07', start: '09:00', end: '12:00' };
/** Anyone who may book may ask for any room of a published place. */
const invalidBody: Answers = [422, 422, 422, 404];
const session = { roomId: nothing, trainerIds: [nothing], capacity: 1, slots: [{ date: '2030-01-07', start: '09:00', end: '12:00' }] };

const series = { ...session, repeat: { every: 1, times: 2 }, keep: 'all' };

/** What each role gets, object by object. A place, a session or a request of others is not told apart from an absent one. */
export const RELATIONS: Record<string, Row> = {
  'GET /pages/formations/:id': { target: 'courseSlug', others: ALL },
  'GET /pages/sessions/:id': { target: 'openCode', others: ALL },
  'GET /pages/lieux/:id': { target: 'venueSlug', others: ALL },
  'GET /pages/lieux/:id/carte': { target: 'venueSlug', others: ALL },
  'GET /api/v1/organisations/:id': {
    target: 'employer', by: { agent: HOUSE, supervisor: HOUSE, training_officer: HOUSE, administrator: ALL },
  },
  'PUT /api/v1/letters/people/:id/email': {
    target: 'agent', body: { email: 'sans arobase' }, by: { training_officer: noDay, course_manager: noDay },
  },
  'GET /api/v1/agents/:id': { target: 'agent', by: { supervisor: TEAM, training_officer: HOUSE } },

  'GET /api/v1/venues/:id': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'PATCH /api/v1/venues/:id': { target: 'venue', version: 999, by: { venue_host: houseEdit, administrator: allEdit } },
  'GET /api/v1/venues/:id/publication': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'POST /api/v1/venues/:id/publish': { target: 'venue', by: { venue_host: houseAction, administrator: allAction } },
  'POST /api/v1/venues/:id/withdraw': { target: 'draftVenue', by: { venue_host: houseAction, administrator: allAction } },
  'POST /api/v1/venues/:id/keep': { target: 'venue', by: { venue_host: houseAction, administrator: allAction } },
  'POST /api/v1/venues/:id/rooms': {
    target: 'venue', body: { name: 'Salle 1', capacity: 5 }, by: { venue_host: houseAction, administrator: allAction },
  },
  'GET /api/v1/venues/:id/closures': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'POST /api/v1/venues/:id/closures': {
    target: 'venue', body: { from: '2030-08-02', until: '2030-08-01', reason: 'Congés' },
    by: { venue_host: [422, 422, 404, 404], administrator: [422, 422, 422, 404] },
  },
  'DELETE /api/v1/closures/:id': { target: 'closure', by: { venue_host: [204, 404, 404, 404], administrator: NOBODY } },
  'POST /api/v1/venues/:id/claim': { target: 'draftVenue', by: { venue_host: houseAction } },
  'POST /api/v1/claims/:id/approve': { target: 'claim', by: { administrator: allAction } },
  'POST /api/v1/claims/:id/refuse': { target: 'claim', body: { reason: 'Sans lien avec ce lieu' }, by: { administrator: allAction } },
  'GET /api/v1/claim-links/:id': { target: 'claimLink', others: ALL },
  'POST /api/v1/claim-links/:id': { target: 'claimLink', body: { answer: 'no' }, others: allAction },
  'POST /api/v1/charter/adhesions/:id/withdraw': { target: 'adhesion', by: { venue_host: houseAction } },
  'GET /api/v1/venues/:id/charter': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'PUT /api/v1/venues/:id/hosting': {
    target: 'draftVenue', body: { accepted: true }, by: { venue_host: houseAction, administrator: allAction },
  },
  'GET /api/v1/venues/:id/opening': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'GET /api/v1/venues/:id/photos': { target: 'draftVenue', by: { venue_host: HOUSE, administrator: ALL } },
  'POST /api/v1/venues/:id/photos': {
    target: 'draftVenue', by: { venue_host: [415, 415, 404, 404], administrator: [415, 415, 415, 404] },
  },
  'PUT /api/v1/venues/:id/photos/order': {
    target: 'draftVenue', body: { ids: [] }, by: { venue_host: houseAction, administrator: allAction },
  },
  'PATCH /api/v1/photos/:id': {
    target: 'photo', version: 999, body: { alt: 'La salle' }, by: { venue_host: houseEdit, administrator: allEdit },
  },
  'DELETE /api/v1/photos/:id': { target: 'removedPhoto', by: { venue_host: HOUSE, administrator: ALL } },
  'POST /api/v1/photos/:id/restore': { target: 'photo', by: { venue_host: HOUSE, administrator: ALL } },
  'GET /api/v1/photos/:id': { target: 'photoFile', by: { venue_host: HOUSE, administrator: ALL } },
  'PUT /api/v1/venues/:id/operator': { target: 'venue', body: { organisationId: nothing }, by: { administrator: [422, 422, 422, 404] } },
  'PATCH /api/v1/rooms/:id': { target: 'room', version: 999, by: { venue_host: houseEdit, administrator: allEdit } },
  'POST /api/v1/rooms/:id/retire': { target: 'room', by: { venue_host: houseAction, administrator: allAction } },
  'POST /api/v1/rooms/:id/restore': { target: 'room', by: { venue_host: houseAction, administrator: allAction } },
  'PUT /api/v1/venues/:id/equipment': { target: 'venue', body: { items: [] }, by: { venue_host: HOUSE, administrator: ALL } },
  // Any room of a published place may be asked for; without a day the question is refused first.
  'GET /api/v1/rooms/:id/availability': { target: 'room', by: { venue_host: noDay, course_manager: noDay, administrator: noDay } },
  'POST /api/v1/rooms/:id/bookings': { target: 'room', body: emptyMeeting, by: { venue_host: invalidBody, course_manager: invalidBody, administrator: invalidBody } },
  'POST /api/v1/rooms/:id/bookings/preview': { target: 'room', body: emptyMeeting, by: { venue_host: invalidBody, course_manager: invalidBody, administrator: invalidBody } },
  'PATCH /api/v1/bookings/:id': { target: 'booking', version: 999, body: emptyMove, by: { venue_host: houseAction, course_manager: houseAction, administrator: allAction } },
  'POST /api/v1/bookings/:id/cancel': { target: 'booking', by: { venue_host: houseAction, course_manager: houseAction, administrator: allAction } },
  'PATCH /api/v1/session-bookings/:id': {
    target: 'booking', version: 999, body: emptyMove, by: { venue_host: houseEdit, course_manager: houseEdit, administrator: allEdit },
  },
  'POST /api/v1/session-bookings/:id/release': {
    target: 'booking', by: { venue_host: noReason, course_manager: noReason, administrator: [422, 422, 422, 404] },
  },
  'POST /api/v1/session-bookings/:id/propose': {
    target: 'booking', body: { ...emptyMove, start: '12:00', end: '09:00' }, by: { venue_host: noReason, course_manager: noReason, administrator: [422, 422, 422, 404] },
  },
  'POST /api/v1/sessions/:id/room': { target: 'closed', body: { roomId: nothing }, by: { course_manager: houseAction } },
  // Only a secret opens these: the id of what they show does not.
  'GET /api/v1/calendars/:id': { target: 'venue' },
  'GET /api/v1/search-calendars/:id': { target: 'venue' },
  'GET /api/v1/person-calendars/:id': { target: 'venue' },
  'GET /api/v1/unsubscriptions/:id': { target: 'venue' },
  // Leads to the page, which asks about the link itself.
  'GET /api/v1/unsubscriptions/:id/one-click': { target: 'venue', others: [302, 302, 302, 302] },
  'POST /api/v1/unsubscriptions/:id/one-click': { target: 'venue' },
  'PATCH /api/v1/saved-searches/:id': { target: 'savedSearch', version: 999, body: { name: 'RGPD' }, by: { agent: [412, 404, 404, 404] } },
  'DELETE /api/v1/saved-searches/:id': { target: 'removedSearch' },
  'POST /api/v1/saved-searches/:id/restore': { target: 'savedSearch', by: { agent: TEAM } },
  'POST /api/v1/saved-searches/:id/calendar-feed': { target: 'removedSearch' },
  'DELETE /api/v1/saved-searches/:id/calendar-feed': { target: 'removedSearch' },
  'GET /api/v1/booking-answers/:id': { target: 'booking' },
  'GET /api/v1/venues/:id/calendar-feed': { target: 'venue', by: { venue_host: HOUSE, administrator: ALL } },
  'POST /api/v1/venues/:id/calendar-feed': { target: 'venue', by: { venue_host: HOUSE, administrator: ALL } },
  'DELETE /api/v1/venues/:id/calendar-feed': { target: 'venue', by: { venue_host: [204, 204, 404, 404], administrator: [204, 204, 204, 404] } },
  'POST /api/v1/bookings/:id/confirm': { target: 'booking', version: 999, by: { venue_host: houseAction, administrator: allAction } },
  'POST /api/v1/bookings/:id/refuse': {
    target: 'booking', version: 999, body: { reason: 'Fermé ce jour-là' }, by: { venue_host: houseAction, administrator: allAction },
  },

  'GET /api/v1/imports/:id': { target: 'import', others: ALL },
  'POST /api/v1/imports/:id/apply': { target: 'import', others: allAction },
  'POST /api/v1/imports/:id/cancel': { target: 'import', others: allAction },
  'GET /api/v1/imports/:id/findings': { target: 'import', others: ALL },
  'GET /api/v1/imports/:id/refusals.csv': { target: 'import', others: ALL },

  'GET /api/v1/duplicates/:id': { target: 'duplicate', others: ALL },
  'POST /api/v1/duplicates/:id/merge': {
    target: 'duplicate', body: { keep: nothing, take: [], keptVersion: 1, otherVersion: 1 }, by: { administrator: [409, 409, 409, 404] },
  },
  'POST /api/v1/duplicates/:id/undo': { target: 'duplicate', others: allAction },
  'POST /api/v1/duplicates/:id/dismiss': { target: 'duplicate', others: allAction },
  'POST /api/v1/duplicates/:id/reopen': { target: 'duplicate', others: [200, 409, 409, 404] },

  'GET /api/v1/courses/:id': { target: 'draftCourseSlug', by: { course_manager: ALL } },
  'GET /api/v1/manage/courses/:id': { target: 'draftCourse', by: { course_manager: ALL } },
  'GET /api/v1/manage/courses/:id/versions': { target: 'draftCourse', by: { course_manager: ALL } },
  'GET /api/v1/manage/courses/:id/differences': { target: 'draftCourse', by: { course_manager: [422, 422, 422, 422] } },
  'POST /api/v1/courses/:id/duplicate': { target: 'draftCourse', by: { course_manager: [201, 201, 201, 404] } },
  'POST /api/v1/courses/:id/restore': { target: 'draftCourse', version: 999, body: { version: 1 }, by: { course_manager: allEdit } },
  'PATCH /api/v1/courses/:id': { target: 'draftCourse', version: 999, by: { course_manager: allEdit } },
  'POST /api/v1/courses/:id/publish': { target: 'course', by: { course_manager: allAction } },
  'POST /api/v1/courses/:id/archive': { target: 'draftCourse', by: { course_manager: allAction } },
  'POST /api/v1/courses/:id/sessions': { target: 'course', body: session, by: { course_manager: [422, 422, 422, 404] } },

  'POST /api/v1/courses/:id/series': { target: 'course', body: series, by: { course_manager: [422, 422, 422, 404] } },
  'POST /api/v1/courses/:id/series/preview': { target: 'course', body: series, by: { course_manager: [422, 422, 422, 404] } },

  'POST /api/v1/asks/:id/accept': { target: 'ask', version: 999, by: { trainer: teamAction } },
  'POST /api/v1/asks/:id/decline': { target: 'ask', version: 999, body: { reason: 'En congé' }, by: { trainer: teamAction } },
  'GET /api/v1/ask-answers/:id': { target: 'ask' },
  'GET /api/v1/trainers/:id/competencies': { target: 'trainer', by: { course_manager: ALL } },
  'PUT /api/v1/trainers/:id/competencies': { target: 'trainer', version: 999, body: { items: [] }, by: { course_manager: allEdit } },
  'GET /api/v1/minimum-answers/:id': { target: 'open' },
  'GET /api/v1/offer-answers/:id': { target: 'enrolment' },
  'POST /api/v1/sessions/:id/trainers': { target: 'closed', body: { trainerIds: [nothing] }, by: { course_manager: houseAction } },
  'GET /api/v1/sessions/:id': { target: 'draftCode', by: { course_manager: HOUSE } },
  'PATCH /api/v1/sessions/:id': { target: 'open', version: 999, body: { capacity: 3 }, by: { course_manager: houseEdit } },
  'POST /api/v1/sessions/:id/open': { target: 'open', by: { course_manager: houseAction } },
  'POST /api/v1/sessions/:id/confirm': { target: 'closed', by: { course_manager: houseAction } },
  'POST /api/v1/sessions/:id/cancel': { target: 'closed', body: { reason: 'Formateur souffrant' }, by: { course_manager: houseAction } },
  'POST /api/v1/sessions/:id/postpone': { target: 'closed', body: { reason: 'Formateur souffrant' }, by: { course_manager: houseAction } },
  'PUT /api/v1/sessions/:id/dates': { target: 'closed', body: { slots: session.slots, askSameTrainers: false }, by: { course_manager: houseAction } },
  'POST /api/v1/sessions/:id/trainers/replace': { target: 'closed', body: { fromId: nothing, toId: nothing, reason: 'Formateur souffrant' }, by: { course_manager: houseAction } },
  'PATCH /api/v1/sessions/:id/minimum': { target: 'open', version: 999, body: { minSeats: 1 }, by: { course_manager: houseEdit } },
  'GET /api/v1/sessions/:id/roll': { target: 'open', by: { trainer: TEAM, course_manager: HOUSE } },
  'PUT /api/v1/sessions/:id/roll': {
    target: 'open', body: { marks: [{ enrolmentId: nothing, slotId: nothing, present: true }] }, by: { trainer: teamAction },
  },
  'POST /api/v1/sessions/:id/close-roll': { target: 'closed', by: { trainer: teamAction } },
  'GET /api/v1/sessions/:id/enrolments': { target: 'open', by: { course_manager: HOUSE } },
  'POST /api/v1/sessions/:id/enrolments': { target: 'closed', by: { agent: allAction } },

  'GET /api/v1/enrolments/:id': {
    target: 'enrolment', by: { agent: TEAM, supervisor: TEAM, training_officer: HOUSE, course_manager: HOUSE },
  },
  'POST /api/v1/enrolments/:id/validate': { target: 'enrolment', by: { training_officer: houseAction } },
  'POST /api/v1/enrolments/:id/refuse': { target: 'enrolment', body: { reason: 'Service réduit' }, by: { training_officer: houseAction } },
  'POST /api/v1/enrolments/:id/withdraw': { target: 'enrolment', by: { agent: teamAction, training_officer: houseAction } },
  'GET /api/v1/sessions/:id/seat-rules': { target: 'open', others: ALL },
  'PUT /api/v1/sessions/:id/seat-rules': { target: 'closed', body: { shares: [] }, by: { course_manager: houseAction } },
  'PUT /api/v1/employer-chains/:id': {
    target: 'employer', version: 999, body: { online: true, opinion: 'none', opinionDays: 7, validates: true, validationDays: 14, visa: false }, by: { training_officer: houseEdit },
  },
  // Of none: removing it would leave nothing to ask the next reader about.
  'DELETE /api/v1/deputies/:id': { target: 'enrolment' },
  // Nobody's agent: refused by name, whoever asks, as long as there is a session.
  'POST /api/v1/sessions/:id/enrolments/on-behalf': {
    target: 'open', body: { agentIds: [nothing] }, by: { training_officer: invalidBody, course_manager: invalidBody },
  },
  'POST /api/v1/enrolments/:id/opinion': {
    target: 'enrolment', body: { opinion: 'favourable', reason: 'Utile au service' }, by: { agent: teamAction, supervisor: teamAction, training_officer: houseAction },
  },
  'POST /api/v1/enrolments/:id/endorse': { target: 'enrolment', body: { reason: 'Signé par le maire' }, by: { training_officer: houseAction } },
  'POST /api/v1/enrolments/:id/select': { target: 'enrolment', by: { course_manager: houseAction } },
  'POST /api/v1/enrolments/:id/not-select': { target: 'enrolment', body: { reason: 'Prérequis' }, by: { course_manager: houseAction } },
  'POST /api/v1/enrolments/:id/release': { target: 'enrolment', body: { reason: 'Arrêt de travail' }, by: { course_manager: houseAction } },
  'POST /api/v1/enrolments/:id/accept': { target: 'enrolment', by: { agent: teamAction } },
  'POST /api/v1/enrolments/:id/decline': { target: 'enrolment', by: { agent: teamAction } },
  'GET /api/v1/attestations/verify/:id': { target: 'attestationCode', others: ALL },
  'GET /api/v1/attestations/:id/pdf': { target: 'attestation', by: { agent: TEAM, training_officer: HOUSE } },

  'POST /api/v1/federation/publications/:id/retry': { target: 'publication', others: allAction },
};

export const expectedFor = ({ by, others = NOBODY }: Row, reader: Reader): Answers => by?.[reader] ?? others;
