import {
  conflictAt,
  Database,
  type Period,
  periodInWords,
  periodsFault,
  Problem,
  tstzrange,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import { notAssignable, TrainerStatus } from '../trainer/trainer.rules';
import { Assignment } from './assignment.entity';

export interface AssignRequest {
  trainerIds: readonly string[];
  sessionId: string;
  periods: readonly Period[];
  /** The clock on which a refusal tells the time: the session's. */
  timeZone?: string;
}

interface Chosen {
  id: string;
  displayName: string;
  status: TrainerStatus;
}

/** Trainers given to sessions. Always called inside the caller's transaction, so that both succeed or neither does. */
@Injectable()
export class Trainers {
  constructor(private readonly db: Database) {}

  /** Gives every trainer the session for all its periods, or refuses and says who cannot and why. */
  assign({ trainerIds, sessionId, periods, timeZone = 'Europe/Paris' }: AssignRequest): Promise<void> {
    const fault = periodsFault(periods);
    if (fault) throw new Problem(422, fault, 'Les horaires de la session sont à corriger.');
    return this.db.tx(async () => {
      const ids = [...new Set(trainerIds)].sort();
      for (const { displayName, status } of await this.lock(ids)) {
        const why = notAssignable(displayName, status);
        if (why) throw conflictAt('/trainerIds', 'trainer.not_admitted', why);
      }
      await this.checkFree(ids, periods, timeZone);
      const rows = ids.flatMap((trainerId) =>
        periods.map(({ from, to }) => ({
          trainerId,
          sessionId,
          period: tstzrange(from, to),
        })),
      );
      await this.db.em.insert(Assignment, rows);
    });
  }

  /** Keeps the trainers of a session at another time instead of this one, or says who is busy then. */
  async move({ sessionId, from, to, timeZone }: { sessionId: string; from: Period; to: Period; timeZone: string }): Promise<void> {
    const given = await this.db.query<{ id: string; trainerId: string }>(
      `select id, trainer_id as "trainerId" from trainers.assignment where session_id = $1 and active and period = $2 order by trainer_id`,
      [sessionId, tstzrange(from.from, from.to)],
    );
    const ids = given.map(({ id }) => id);
    await this.checkFree(given.map(({ trainerId }) => trainerId), [to], timeZone, ids);
    await this.db.query('update trainers.assignment set period = $2 where id = any($1)', [ids, tstzrange(to.from, to.to)]);
  }

  /** Gives the trainers of a session back; asked twice, it does nothing more. */
  async release(sessionId: string): Promise<void> {
    await this.db.query('update trainers.assignment set active = false where session_id = $1 and active', [
      sessionId,
    ]);
  }

  private async lock(ids: string[]): Promise<Chosen[]> {
    const chosen = await this.db.query<Chosen>(
      `select t.person_id as id, p.given_name || ' ' || p.family_name as "displayName", t.status
         from trainers.trainer t join identity.person p on p.id = t.person_id
        where t.person_id = any($1::uuid[]) order by t.person_id for no key update of t`,
      [ids],
    );
    if (chosen.length !== ids.length)
      throw new Problem(422, 'trainer.unknown', 'Une personne choisie ne fait pas partie du vivier.');
    return chosen;
  }

  private async checkFree(ids: readonly string[], periods: readonly Period[], timeZone: string, except: readonly string[] = []): Promise<void> {
    const busy = await this.db.one<Period & { displayName: string }>(
      `select p.given_name || ' ' || p.family_name as "displayName", lower(a.period) as "from", upper(a.period) as "to"
         from trainers.assignment a join identity.person p on p.id = a.trainer_id
        where a.trainer_id = any($1) and a.active and a.period && any($2::tstzrange[]) and a.id <> all($3::uuid[]) order by lower(a.period), a.trainer_id limit 1`,
      [ids, periods.map(({ from, to }) => tstzrange(from, to)), except],
    );
    if (busy) throw conflictAt('/trainerIds', 'trainer.busy', `${busy.displayName} anime déjà une session ${periodInWords(busy, timeZone)}.`);
  }
}
