import { Actor, Audit, Clock, conflict, Database, ifMatch, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AskDecision, askLife, type AskStatus, isAwaited } from './ask.rules';

interface Known {
  id: string;
  trainerId: string;
  status: AskStatus;
  version: number;
  answeredAt: Date | null;
  sessionStatus: string;
  startsAt: Date;
}

/** What a trainer says to the sessions that ask for them. */
@Injectable()
export class AskService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** By the trainer, signed in. */
  answer(actor: Actor, id: string, version: number, decision: AskDecision, reason: string | null): Promise<void> {
    return this.db.tx(async () => {
      const [ask] = await this.lock('k.id = $1', id);
      if (!ask || ask.trainerId !== actor.personId) throw notFound('ask');
      if (!isAwaited(ask, this.clock.now())) throw conflict('ask.closed', closedInWords(ask));
      ifMatch(version, ask.version);
      await this.decide([ask], decision, reason);
      await this.audit.record({ actor, action: `trainers.ask.${askLife.table[decision].to}`, subjectType: 'ask', subjectId: id });
    });
  }

  /** Those of a demand, locked after their sessions: a session that is being cancelled is answered to once it is. */
  lockDemand(demandId: string): Promise<Known[]> {
    return this.lock('k.demand_id = $1', demandId);
  }

  /** For those that still await an answer; answers which ones. Inside a transaction. */
  async decide(asks: readonly Known[], decision: AskDecision, reason: string | null): Promise<string[]> {
    const now = this.clock.now();
    const askIds = asks.filter((ask) => isAwaited(ask, now)).map(({ id }) => id);
    if (!askIds.length) return [];
    const status = askLife.table[decision].to;
    await this.db.query('update trainers.ask set status = $2, live = $3, answered_at = $4, reason = $5, version = version + 1 where id = any($1::uuid[])', [
      askIds, status, status === 'accepted', now, decision === 'decline' ? reason : null,
    ]);
    await this.outbox.publish('trainers.answered', { askIds, decision });
    return askIds;
  }

  private lock(where: string, value: string): Promise<Known[]> {
    return this.db.query<Known>(
      `with session as materialized (
         select s.id, s.status, s.starts_at from training.session s where s.id in (select k.session_id from trainers.ask k where ${where}) order by s.id for share)
       select k.id, k.trainer_id as "trainerId", k.status, k.version, k.answered_at as "answeredAt", s.status as "sessionStatus", s.starts_at as "startsAt"
         from session s join trainers.ask k on k.session_id = s.id where ${where} order by k.id for no key update of k`,
      [value],
    );
  }
}

const closedInWords = ({ status, sessionStatus }: Known): string => {
  if (status === 'accepted') return 'Vous avez déjà accepté cette session.';
  if (status === 'declined') return 'Vous avez déjà décliné cette session.';
  if (sessionStatus === 'cancelled') return 'Cette session a été annulée.';
  if (status === 'released' || status === 'relieved') return 'Cette session ne vous est plus demandée.';
  return 'Cette session a déjà commencé.';
};
