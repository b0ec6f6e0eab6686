/** The shapes of the API that the screens use, until they are generated from its OpenAPI description. */
import type { CourseCard, CourseDetail, SessionDetail, VenueCard, VenueDetail, Verification } from './public-types';
import type { DeskPaths } from './desk-paths';
import type { CourseInput } from './desk-types';
import type { BookingCard, Publication, WorkSession } from './work-types';
import type { AgentProfile, AttestationCard, EnrolmentCard, EnrolmentDetail, Me, ProfileEdit } from './person-types';

export type * from './public-types';
export type * from './person-types';
export type * from './work-types';
export type * from './desk-types';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

interface Answer<T> {
  responses: { 200: { content: { 'application/json': T } } };
}
export interface Get<T, P = object> {
  get: Answer<T> & { parameters: P };
}
export interface Post<T, P = object, B = never> {
  post: Answer<T> & { parameters: P } & ([B] extends [never]
      ? object
      : { requestBody: { content: { 'application/json': B } } });
}
export interface Patch<T, P, B> {
  patch: Answer<T> & { parameters: P; requestBody: { content: { 'application/json': B } } };
}
export interface Put<T, P, B> {
  put: Answer<T> & { parameters: P; requestBody: { content: { 'application/json': B } } };
}
export interface Paging {
  limit?: number;
  cursor?: string;
}
export type Query<Q> = { query?: Q };
export type ById = { path: { id: string } };
export type Idempotent = { header: { 'Idempotency-Key': string } };
export type IfMatch = { header: { 'If-Match': string } };

export interface CourseFilters {
  q?: string;
  category?: string;
  modality?: string;
  theme?: string;
  departement?: string;
  near?: string;
  sort?: 'relevance' | 'date' | 'title';
}
export interface VenueFilters {
  q?: string;
  departement?: string;
  service?: string;
}
export interface Commune {
  code: string;
  name: string;
  departementCode: string;
}
export interface Metier {
  code: string;
  label: string;
}
export interface CadreEmplois {
  id: string;
  name: string;
  category: string;
}
export interface Departement {
  code: string;
  name: string;
}

export interface paths extends DeskPaths {
  '/auth/me': Get<Me>;
  '/auth/sign-in': Post<Me, object, { email: string; password: string }>;
  '/auth/sign-out': Post<void>;
  '/courses': Get<Page<CourseCard>, Query<CourseFilters & Paging>> & Post<CourseDetail, Idempotent, CourseInput>;
  '/courses/{slug}': Get<CourseDetail, { path: { slug: string } }>;
  '/sessions/{code}': Get<SessionDetail, { path: { code: string } }>;
  '/sessions/{id}/enrolments': Post<EnrolmentDetail, ById & Idempotent, { motivation?: string }> &
    Get<Page<EnrolmentCard>, ById & Query<Paging>>;
  '/venues': Get<Page<VenueCard>, Query<VenueFilters & Paging>> & Post<VenueDetail, Idempotent, { name: string }>;
  '/venues/{idOrSlug}': Get<VenueDetail, { path: { idOrSlug: string } }>;
  '/attestations/verify/{code}': Get<Verification, { path: { code: string } }>;
  '/attestations/mine': Get<AttestationCard[]>;
  '/enrolments/mine': Get<Page<EnrolmentCard>, Query<Paging>>;
  '/enrolments/to-decide': Get<Page<EnrolmentCard>, Query<Paging>>;
  '/enrolments/{id}': Get<EnrolmentDetail, ById>;
  '/enrolments/{id}/withdraw': Post<EnrolmentDetail, ById, { reason: string }>;
  '/bookings': Get<Page<BookingCard>, Query<Paging & { status?: string; venueId?: string }>>;
  '/sessions/mine': Get<WorkSession[]>;
  '/manage/sessions': Get<Page<WorkSession>, Query<Paging & { status?: string; from?: string }>>;
  '/federation/publications': Get<Page<Publication>, Query<Paging & { state?: string }>>;
  '/reference/communes': Get<Page<Commune>, Query<{ q?: string }>>;
  '/me/profile': Patch<AgentProfile, IfMatch, ProfileEdit>;
  '/reference/metiers': Get<Page<Metier>, Query<{ q?: string }>>;
  '/reference/cadres-emplois': Get<Page<CadreEmplois>>;
  '/reference/departements': Get<Page<Departement>>;
}
