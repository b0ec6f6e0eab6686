import { Actor, Audit, Clock, Database, type Period, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SessionChangeKind } from './session-change.entity';

interface Change {
  what: SessionChangeKind;
  /** Where and when it was before. */
  roomId: string;
  from: Period;
  reason: string | null;
  fromTrainers?: readonly string[];
  toTrainers?: readonly string[];
}

/** Who changed a session, when and why, kept in the transaction of the change. */
@Injectable()
export class SessionHistory {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Answers the id of the change, by which people are told of it once. */
  async keep(actor: Actor, sessionId: string, { what, roomId, from, reason, fromTrainers = [], toTrainers = [] }: Change): Promise<string> {
    const change = await this.db.one<{ id: string }>(
      `insert into training.session_change (session_id, changed_at, changed_by, what, from_room_id, from_period, reason, from_trainers, to_trainers)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [sessionId, this.clock.now(), actor.personId, what, roomId, tstzrange(from.from, from.to), reason, fromTrainers, toTrainers],
    );
    await this.audit.record({ actor, action: `session.change_${what}`, subjectType: 'session', subjectId: sessionId });
    return change!.id;
  }
}
