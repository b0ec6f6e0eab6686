import { api, body } from '../../api/client';
import type { Role } from '../../api/types';
import { dateRange, dateTime } from '../../ui/dates';
import { momentOf } from '../trainer/moment';
import { text } from './text';

export interface WaitingItem {
  id: string;
  title: string;
  detail: string;
  to: string;
}

/** Something that waits for people of these roles: where it is read, and the page where it is dealt with. */
export interface WaitingSource {
  key: string;
  roles: Role[];
  title: string;
  to: string;
  load: () => Promise<WaitingItem[]>;
}

/** As many as we look at: there may be more. */
export const mostPerSource = 20;
const first = { limit: mostPerSource };

export const waitingSources: WaitingSource[] = [
  {
    key: 'offers',
    roles: ['agent'],
    title: text.offers,
    to: '/mes-demandes',
    load: async () => {
      const { items } = await body(api.GET('/enrolments/mine', { params: { query: first } }));
      return items.filter(({ status }) => status === 'offered').map(({ id, session, offerUntil }) => ({
        id,
        title: text.offerItem(session.courseTitle),
        detail: offerUntil ? text.answerBy(dateTime(offerUntil, session.timeZone)) : '',
        to: `/mes-demandes/${id}`,
      }));
    },
  },
  {
    key: 'to-opine',
    roles: ['supervisor', 'agent', 'training_officer'],
    title: text.toOpine,
    to: '/equipe/demandes',
    load: async () => {
      const { items } = await body(api.GET('/enrolments/to-opine', { params: { query: first } }));
      return items.map(({ id, agent, session, dueAt }) => ({
        id,
        title: text.toOpineItem(agent.displayName, session.courseTitle),
        detail: dueAt ? text.opineBy(dateTime(dueAt)) : dateRange(session.startsAt, session.endsAt, session.timeZone),
        to: '/equipe/demandes',
      }));
    },
  },
  {
    key: 'to-decide',
    roles: ['training_officer'],
    title: text.toDecide,
    to: '/employeur/demandes',
    load: async () => {
      const { items } = await body(api.GET('/enrolments/to-decide', { params: { query: first } }));
      return items.map(({ id, step, agent, session }) => ({
        id,
        title: (step === 'visa' ? text.toSignItem : text.toDecideItem)(agent.displayName, session.courseTitle),
        detail: dateRange(session.startsAt, session.endsAt, session.timeZone),
        to: '/employeur/demandes',
      }));
    },
  },
  {
    key: 'letters',
    roles: ['training_officer', 'course_manager'],
    title: text.letters,
    to: '/courriers',
    load: async () => {
      const { items } = await body(api.GET('/letters', { params: { query: { ...first, state: 'to_print' } } }));
      return items.map(({ id, person, subject }) => ({ id, title: text.letterItem(person.displayName), detail: subject, to: '/courriers' }));
    },
  },
  {
    key: 'undelivered',
    roles: ['training_officer', 'course_manager'],
    title: text.undelivered,
    to: '/courriers?etat=undelivered',
    load: async () => {
      const { items } = await body(api.GET('/letters', { params: { query: { ...first, state: 'undelivered' } } }));
      return items.map(({ id, person, subject }) => ({ id, title: text.undeliveredItem(person.displayName), detail: subject, to: '/courriers?etat=undelivered' }));
    },
  },
  {
    key: 'bookings',
    roles: ['venue_host'],
    title: text.bookings,
    to: '/hote/reservations',
    load: async () => {
      const { items } = await body(api.GET('/bookings', { params: { query: { ...first, status: 'held' } } }));
      return items.map((booking) => ({
        id: booking.id,
        title: text.bookingItem(booking.roomName, booking.purpose),
        detail: dateTime(booking.startsAt, booking.timeZone),
        to: '/hote/reservations',
      }));
    },
  },
  {
    key: 'places',
    roles: ['venue_host'],
    title: text.places,
    to: '/hote/lieux',
    load: async () => {
      const { items } = await body(api.GET('/venues/mine', { params: { query: { limit: 100 } } }));
      return items
        .filter(({ status }) => status === 'draft')
        .map(({ id, name, communeName }) => ({
          id,
          title: text.placeItem(name),
          detail: communeName ?? '',
          to: `/hote/lieux/${id}`,
        }));
    },
  },
  {
    key: 'charter',
    roles: ['venue_host'],
    title: text.charter,
    to: '/hote/charte',
    load: async () => {
      const { items } = await body(api.GET('/charter/adhesions'));
      return items
        .filter(({ mustSign, adhesions }) => mustSign && adhesions.length > 0)
        .map(({ organisationId, organisationName }) => ({
          id: organisationId,
          title: text.charterItem(organisationName),
          detail: '',
          to: '/hote/charte',
        }));
    },
  },
  {
    key: 'claims',
    roles: ['administrator'],
    title: text.claims,
    to: '/administration/demandes-de-lieux',
    load: async () => {
      const { items } = await body(api.GET('/claims', { params: { query: { ...first, status: 'asked' } } }));
      return items.map(({ id, venue, organisation }) => ({
        id,
        title: text.claimItem(organisation.name, venue.name),
        detail: venue.communeName ?? '',
        to: '/administration/demandes-de-lieux',
      }));
    },
  },
  {
    key: 'rolls',
    roles: ['trainer'],
    title: text.rolls,
    to: '/formateur/sessions',
    load: async () => {
      // A trainer's sessions are listed from a year back: those to call are rarely among the first ones.
      const { items } = await body(api.GET('/sessions/mine', { params: { query: { limit: 100 } } }));
      return items
        .filter((session) => momentOf(session) === 'toCall')
        .map((session) => ({
          id: session.id,
          title: text.rollsItem(session.courseTitle),
          detail: dateRange(session.startsAt, session.endsAt, session.timeZone),
          to: `/formateur/sessions/${session.id}/emargement`,
        }));
    },
  },
  {
    key: 'drafts',
    roles: ['course_manager'],
    title: text.drafts,
    to: '/gestion/sessions',
    load: async () => {
      const { items } = await body(api.GET('/manage/sessions', { params: { query: { ...first, status: 'draft' } } }));
      return items.map((session) => ({
        id: session.id,
        title: text.draftItem(session.courseTitle),
        detail: dateRange(session.startsAt, session.endsAt, session.timeZone),
        to: '/gestion/sessions',
      }));
    },
  },
  {
    key: 'failures',
    roles: ['state_officer', 'administrator'],
    title: text.failures,
    to: '/netpublic',
    load: async () => {
      const { items } = await body(
        api.GET('/federation/publications', { params: { query: { ...first, state: 'failed' } } }),
      );
      return items.map((publication) => ({
        id: publication.id,
        title: text.failureItem(publication.title),
        detail: publication.lastError ?? '',
        to: '/netpublic',
      }));
    },
  },
];
