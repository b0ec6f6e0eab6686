import { Actor, Audit, Clock, conflict, Database, declareJobs, ifMatch, invalid, notFound, OnJob, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MinimumInput, SessionDetail } from './session.dto';
import { Session } from './session.entity';
import { manages } from './session.policy';
import { SessionQueries } from './session.queries';
import { decideByOf, sessionLifecycle } from './session.rules';
import { dayAt } from './slots.rules';

declare module '@app/platform' {
  interface Jobs {
    'training.remind_minimum': Record<string, never>;
  }
}
declareJobs('training.remind_minimum');

/** The fewest people with whom a session is held, and the day by which to decide without them. */
@Injectable()
export class MinimumService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: SessionQueries,
  ) {}

  change(actor: Actor, id: string, asked: number, { minSeats, decideBy }: MinimumInput): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.db.em.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!session || !manages(actor, session)) throw notFound('session');
      ifMatch(asked, session.version);
      if (!sessionLifecycle.available(session.status).includes('cancel')) throw conflict('session.over', 'Cette session est terminée ou annulée\u202f: son minimum ne change plus.');
      if (minSeats > session.capacity) throw invalid('/minSeats', 'session.capacity', `La session a ${session.capacity} places\u202f: le minimum ne les dépasse pas.`);
      const [today, first] = [this.clock.now(), session.startsAt].map((at) => dayAt(at, session.timeZone)) as [string, string];
      if (decideBy && minSeats === 0) throw invalid('/decideBy', 'session.decide_by', 'Sans minimum, il n’y a rien à décider.');
      if (decideBy && (decideBy < today || decideBy > first)) throw invalid('/decideBy', 'session.decide_by', 'La décision se prend entre aujourd’hui et le premier jour de la session.');
      await this.db.em.update(Session, id, { minSeats, decideBy: decideBy ?? decideByOf(minSeats, first, today), decideRemindedAt: null, version: session.version + 1 });
      await this.audit.record({ actor, action: 'session.minimum', subjectType: 'session', subjectId: id, detail: { minSeats, decideBy: decideBy ?? null } });
      return this.queries.byId(id, actor);
    });
  }

  /** The day has come on the clock of the place: its organiser is told, once. */
  @OnJob('training.remind_minimum')
  remind(): Promise<void> {
    return this.db.tx(async () => {
      const now = this.clock.now();
      const due = await this.db.query<{ sessionId: string }>(
        `with due as (
           select id from training.session
            where status = 'open' and decide_by is not null and decide_reminded_at is null and decide_by <= ($1::timestamptz at time zone 'Pacific/Kiritimati')::date
              and decide_by <= ($1::timestamptz at time zone time_zone)::date and starts_at > $1 and seats_taken < min_seats
            order by id limit 500 for no key update skip locked)
         update training.session s set decide_reminded_at = $1 from due where s.id = due.id returning s.id as "sessionId"`,
        [now],
      );
      await this.outbox.publish('training.minimum_due', ...due);
    });
  }
}
