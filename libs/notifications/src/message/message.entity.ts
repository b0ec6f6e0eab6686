import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarEntry } from '../invitation/calendar-entry';
import type { AnswerKind } from './message.rules';

/** Not on its way, and not handed over. */
export const UNDELIVERED = '((print_since is not null) or (error is not null)) and sent_at is null and not_before is null and printed_at is null';

/** What was said to one person about one fact: shown in the application and sent by e-mail. */
@Entity({ schema: 'notifications', name: 'message' })
@Check('ck_message_answers_kind', `answers_kind in ('demand', 'ask', 'minimum', 'offer')`)
@Unique('uq_message_event_person_template', ['eventId', 'personId', 'template'])
@Index('uq_message_to_place', ['eventId', 'template'], { unique: true, where: 'person_id is null' })
@Check('ck_message_attempts', `attempts >= 0`)
@Check('ck_message_link', `(link_label is null) = (link_path is null)`)
@Check('ck_message_address', `to_address is not null or (not_before is null and sent_at is null)`)
@Check('ck_message_printed', `(printed_at is null) = (printed_by is null) and (printed_at is null or print_since is not null)`)
@Index('ix_message_undelivered', ['personId', 'id'], { where: UNDELIVERED })
@Index('ix_message_for_digest', ['personId'], { where: 'for_digest' })
@Index('ix_message_printed', ['personId', 'id'], { where: 'printed_at is not null' })
@Index('ix_message_due', ['notBefore'], { where: `sent_at is null and not_before is not null` })
@Index('ix_message_person', ['personId', 'id'])
export class Message {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** The fact told, or the demand that several facts belong to. */
  @Column('uuid')
  eventId: string;

  /** Null when it goes to a place, and not to someone who has an account. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  template: string;

  /** None: it is written on paper. */
  @Column('text', { nullable: true })
  toAddress: string | null;

  @Column('text')
  subject: string;

  /** Plain paragraphs, separated by an empty line. */
  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  linkLabel: string | null;

  @Column('text', { nullable: true })
  linkPath: string | null;

  /** The demand that its mail lets one answer without signing in… */
  @Column('uuid', { nullable: true })
  answers: string | null;

  /** …for a room, of a trainer, whether to hold a session, or a seat offered. */
  @Column('text', { default: 'demand' })
  answersKind: AnswerKind;

  /** The digest whose mail carries a link that stops the next ones. */
  @Column('uuid', { nullable: true })
  unsubscribes: string | null;

  /** The session it is about: whoever organises it answers for the letters of its agents. */
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** What the mail writes in the calendar of who reads it. */
  @Column('jsonb', { nullable: true })
  calendar: CalendarEntry | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Next try; null when there is nothing (more) to send. */
  @Column('timestamptz', { nullable: true })
  notBefore: Date | null;

  /** A sending is under way until then; past it, it was interrupted. */
  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  error: string | null;

  /** Kept for the digest of the day. */
  @Column('boolean', { default: false })
  forDigest: boolean;

  /** Since when it is to be printed and handed over: there is no address, or it did not work. */
  @Column('timestamptz', { nullable: true })
  printSince: Date | null;

  @Column('timestamptz', { nullable: true })
  printedAt: Date | null;

  @Column('uuid', { nullable: true })
  printedBy: string | null;
}
