import type { CourseDetail, Room, SessionDetail, VenueCard, VenueDetail } from './public-types';
import type { EnrolmentDetail } from './person-types';
import type { BookingCard, Publication } from './work-types';
import type { ById, Get, Idempotent, IfMatch, Page, Paging, Patch, Post, Put, Query } from './types';
import type * as Desk from './desk-types';

type Reason = { reason: string };

/** The routes of those who decide, host, teach and manage. */
export interface DeskPaths {
  '/enrolments/{id}/validate': Post<EnrolmentDetail, ById>;
  '/enrolments/{id}/refuse': Post<EnrolmentDetail, ById, Reason>;
  '/sessions/{id}/roll': Get<Desk.Roll, ById> & Put<Desk.Roll, ById, { marks: Desk.RollMark[] }>;
  '/sessions/{id}/close-roll': Post<Desk.Roll, ById>;
  '/venues/mine': Get<Page<VenueCard>, Query<Paging>>;
  '/venues/{id}': Patch<VenueDetail, ById & IfMatch, Partial<Desk.VenueInput>>;
  '/venues/{id}/claim': Post<VenueDetail, ById>;
  '/venues/{id}/publish': Post<VenueDetail, ById>;
  '/venues/{id}/withdraw': Post<VenueDetail, ById>;
  '/venues/{id}/rooms': Post<Room, ById & Idempotent, Desk.RoomInput>;
  '/rooms': Get<
    Page<Desk.RoomCard>,
    Query<Paging & Desk.Period & { departement?: string; minCapacity?: number }>
  >;
  '/rooms/{id}': Patch<Room, ById & IfMatch, Partial<Desk.RoomInput>>;
  '/bookings/{id}/confirm': Post<BookingCard, ById>;
  '/bookings/{id}/refuse': Post<BookingCard, ById, Reason>;
  '/trainers': Get<Page<Desk.TrainerCard>, Query<Paging & Desk.Period & { q?: string; timeZone?: string }>>;
  '/manage/courses': Get<Page<Desk.ManagedCourse>, Query<Paging & { q?: string; status?: string }>>;
  '/manage/courses/{id}': Get<CourseDetail, ById>;
  '/courses/{id}': Patch<CourseDetail, ById & IfMatch, Partial<Desk.CourseInput>>;
  '/courses/{id}/publish': Post<CourseDetail, ById>;
  '/courses/{id}/archive': Post<CourseDetail, ById>;
  '/courses/{id}/sessions': Post<SessionDetail, ById & Idempotent, Desk.SessionInput>;
  '/sessions/{id}': Patch<SessionDetail, ById & IfMatch, { capacity: number }>;
  '/sessions/{id}/open': Post<SessionDetail, ById>;
  '/sessions/{id}/confirm': Post<SessionDetail, ById>;
  '/sessions/{id}/cancel': Post<SessionDetail, ById, Reason>;
  '/federation/publications/{id}/retry': Post<Publication, ById>;
}
