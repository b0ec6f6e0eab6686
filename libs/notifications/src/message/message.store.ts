import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CalendarEntry } from '../invitation/calendar-entry';
import { UNDELIVERED } from './message.entity';
import { type AnswerKind, UNDELIVERED_MS } from './message.rules';

/** A queued sending without news is queued again after this long: Redis may have lost it. */
const QUEUED_MS = 15 * 60_000;
/** Longer than the mailer's own time limits together. */
const SENDING_MS = 2 * 60_000;

export interface Claim {
  id: string;
  toAddress: string;
  subject: string;
  body: string;
  linkLabel: string | null;
  linkPath: string | null;
  answers: string | null;
  unsubscribes: string | null;
  answersKind: AnswerKind;
  calendar: CalendarEntry | null;
  /** Null for a place. */
  personId: string | null;
  /** Null for a place. */
  displayName: string | null;
  attempts: number;
  lockedUntil: Date;
}

/** The queue of messages to send: PostgreSQL holds it, Redis only carries it. */
@Injectable()
export class MessageStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes due messages, the first written first; several sweepers never take the same one. */
  takeDue(limit: number): Promise<{ id: string }[]> {
    const now = this.clock.now();
    return this.db.query<{ id: string }>(
      // Materialised: a plan that ran the inner select again would find others, and take more than the limit.
      `with due as materialized (
         select id from notifications.message
          where sent_at is null and not_before is not null
            and (not_before <= $1 or locked_until <= $1) and (locked_until is null or locked_until <= $1)
          order by not_before limit $2 for update skip locked),
       taken as (update notifications.message m set not_before = $3 from due where m.id = due.id returning m.id)
       select id from taken order by id`,
      [now, limit, new Date(now.getTime() + QUEUED_MS)],
    );
  }

  /** The message, for this sending alone; undefined when it is sent, given up or in other hands. */
  claim(id: string): Promise<Claim | undefined> {
    const now = this.clock.now();
    return this.db.one<Claim>(
      `update notifications.message m set locked_until = $3, attempts = m.attempts + 1
        where m.id = $1 and m.sent_at is null and m.not_before is not null
          and (m.locked_until is null or m.locked_until <= $2)
       returning m.id, m.to_address as "toAddress", m.subject, m.body, m.link_label as "linkLabel", m.link_path as "linkPath",
                 m.answers, m.unsubscribes, m.answers_kind as "answersKind", m.person_id as "personId", m.calendar,
                 (select p.given_name || ' ' || p.family_name from identity.person p where p.id = m.person_id) as "displayName",
                 m.attempts, m.locked_until as "lockedUntil"`,
      [id, now, new Date(now.getTime() + SENDING_MS)],
    );
  }

  /** What waits, and what could not reach them of late and still matters, goes to the address they have now. */
  async readdress(personId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `update notifications.message m set to_address = p.email, not_before = coalesce(m.not_before, $2), attempts = 0, error = null, print_since = null
         from identity.person p
        where p.id = $1 and p.email is not null and m.person_id = p.id
          and ((m.sent_at is null and m.not_before is not null)
            or (${UNDELIVERED} and m.created_at > $3 and (m.session_id is null or m.template like 'attestation%'
              or exists (select from training.session s where s.id = m.session_id and s.ends_at > $2))))`,
      [personId, now, new Date(now.getTime() - UNDELIVERED_MS)],
    );
  }

  async sent({ id, lockedUntil }: Claim): Promise<void> {
    await this.db.query(
      `update notifications.message set sent_at = $3, not_before = null, locked_until = null, error = null
        where id = $1 and locked_until = $2`,
      [id, lockedUntil, this.clock.now()],
    );
  }

  async failed({ id, lockedUntil }: Claim, error: string, nextTryMs: number | null): Promise<void> {
    const next = nextTryMs === null ? null : new Date(this.clock.now().getTime() + nextTryMs);
    await this.db.query(
      `update notifications.message set error = $3, not_before = $4, locked_until = null where id = $1 and locked_until = $2`,
      [id, lockedUntil, error, next],
    );
  }
}
