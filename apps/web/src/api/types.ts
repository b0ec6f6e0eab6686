import type { components, paths as Described } from './schema.d.ts';

/** Every route of the API, from its version on. */
export type paths = {
  [P in keyof Described as P extends `/api/v1${infer Route}` ? Route : never]: Described[P];
};

type Schemas = components['schemas'];

export type Me = Schemas['MyAccount'];
export type Role = Me['memberships'][number]['role'];
export type AgentProfile = Schemas['AgentProfileView'];

export type CourseCard = Schemas['CourseCard'];
export type CoursePage = Schemas['CoursePage'];
export type CourseDetail = Schemas['CourseDetail'];
export type CourseInput = Schemas['CourseInput'];
export type CourseStatus = CourseDetail['status'];
export type CourseVersion = Schemas['CourseVersionItem'];
export type FieldDifference = Schemas['FieldDifferenceView'];
export type ManagedCourse = Schemas['ManagedCourse'];
export type NextSession = Schemas['NextSession'];
export type CourseFilters = NonNullable<paths['/courses']['get']['parameters']['query']>;

export type SearchFilters = Schemas['CourseFilter'];
export type SavedSearch = Schemas['SavedSearchView'];

export type Message = Schemas['MessageView'];
export type MyPreferences = Schemas['MyPreferences'];
export type Rhythm = Schemas['KindRhythm']['rhythm'];
export type Letter = Schemas['LetterView'];
export type LetterState = NonNullable<NonNullable<paths['/letters']['get']['parameters']['query']>['state']>;

export type SessionCard = CourseDetail['sessions'][number];
export type SessionDetail = Schemas['SessionDetail'];
export type SessionInput = Schemas['SessionInput'];
export type SessionStatus = SessionDetail['status'];
export type Slot = Schemas['SlotView'];
export type SlotInput = Schemas['SlotInput'];
export type ManagedSession = Schemas['ManagedSession'];
export type WorkSession = Schemas['MySession'];
export type SessionAsk = Schemas['SessionAsk'];
export type AskAnswer = Schemas['AskAnswerView'];
export type HeldCompetencies = Schemas['HeldCompetencies'];
export type MinimumAnswer = Schemas['MinimumAnswerView'];
export type CalendarFeedView = Schemas['CalendarFeedView'];
export type AskedSession = Schemas['AskedSession'];

export type SlotSearch = Schemas['SlotSearch'];
export type CommonSlots = Schemas['CommonSlots'];
export type CommonSlot = Schemas['CommonSlot'];
export type SessionDraft = Schemas['SessionDraft'];
export type Planning = Schemas['Planning'];
export type PlanningItem = Schemas['PlanningItem'];
export type PlanningRow = Schemas['PlanningRow'];
export type PlanningNote = Schemas['PlanningNote'];
export type SeriesPlan = Schemas['SeriesPlan'];
export type SeriesInput = Schemas['SeriesInput'];

export type EnrolmentCard = Schemas['EnrolmentCard'];
export type EnrolmentDetail = Schemas['EnrolmentDetail'];
export type InboxCard = Schemas['InboxCard'];
export type Budget = Schemas['BudgetView'];
export type EmployerBudget = Schemas['EmployerBudget'];
export type FollowedState = NonNullable<NonNullable<paths['/enrolments/followed']['get']['parameters']['query']>['state']>;
export type EnrolmentReceipt = Schemas['EnrolmentReceipt'];
export type EnrolmentStatus = EnrolmentCard['status'];
export type Step = NonNullable<EnrolmentCard['step']>;
export type SeatRules = Schemas['SeatRules'];
export type SeatShare = Schemas['ShareView'];
export type OfferAnswer = Schemas['OfferAnswerView'];
export type EmployerChain = Schemas['ChainView'];
export type Deputy = Schemas['DeputyView'];

export type Roll = Schemas['Roll'];
export type RollRow = Schemas['RollRow'];
export type RollMark = Schemas['MarkInput'];
export type Attestation = Schemas['AttestationView'];
export type Verification = Schemas['AttestationCheck'];

export type ImportRun = Schemas['ImportRunView'];
export type Duplicate = Schemas['DuplicateView'];
export type DuplicatePlace = Schemas['DuplicatePlace'];
export type DuplicateDetail = Schemas['DuplicateDetail'];
export type ComparedField = Schemas['ComparedField'];

export type ManagedVenue = Schemas['ManagedVenue'];
export type VenueDetail = Schemas['VenueDetail'];
export type DirectoryCard = Schemas['DirectoryCard'];
export type MapPoint = Schemas['MapPoint'];
export type PointFilters = NonNullable<paths['/venues/points']['get']['parameters']['query']>;
export type OpenDataDescription = Schemas['OpenDataDescription'];
export type VenueOpening = Schemas['VenueOpening'];
export type VenueFilters = NonNullable<paths['/venues']['get']['parameters']['query']>;
export type Room = Schemas['RoomView'];
export type RoomCard = Schemas['RoomCard'];
export type BookingCard = Schemas['BookingView'];
export type RoomAvailability = Schemas['RoomAvailability'];
export type BookingPlan = Schemas['BookingPlan'];
export type Answer = Schemas['AnswerView'];
export type TrainerCard = Schemas['TrainerCard'];
export type Period = Pick<
  NonNullable<paths['/rooms']['get']['parameters']['query']>,
  'date' | 'start' | 'end'
>;

export type Publication = Schemas['PublicationView'];

export type VenueInput = Schemas['EditVenue'];
export type Opening = Schemas['OpeningWeekView'];
export type Closure = Schemas['ClosureView'];
export type Photo = Schemas['PhotoView'];
export type Claim = Schemas['ClaimView'];
export type CharterVersion = Schemas['CharterVersionView'];
export type CharterSigner = Schemas['CharterSigner'];
export type VenueCharter = Schemas['VenueCharter'];
