import { Clock, conflictAt, Database, Outbox, type Period, periodInWords, periodsFault, Problem, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { notAssignable, TrainerStatus } from '../trainer/trainer.rules';

export interface AssignRequest {
  trainerIds: readonly string[];
  /** Each with its half-days; told to each trainer in one letter. */
  sessions: readonly { id: string; periods: readonly Period[] }[];
  /** The clock on which a refusal tells the time: the session's. */
  timeZone?: string;
  /** Who asks. */
  by?: string | null;
  /** The field that a refusal is about. */
  pointer?: string;
}

interface Chosen {
  id: string;
  displayName: string;
  status: TrainerStatus;
}

/** What a trainer does then: of a course, somewhere. */
export interface BusyTrainer extends Period {
  trainerId: string;
  displayName: string;
  courseTitle: string;
  where: string;
}

/** « Anne Le Goff anime déjà une session mardi 2 mars 2027 de 9 h à 12 h (Découvrir l’open data, Médiathèque de Mende). » */
export const busyInWords = ({ displayName, courseTitle, where, ...period }: BusyTrainer, timeZone: string): string =>
  `${displayName} anime déjà une session ${periodInWords(period, timeZone)} (${courseTitle}, ${where}).`;

/** Trainers given to sessions. Always called inside the caller's transaction, so that both succeed or neither does. */
@Injectable()
export class Trainers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Asks every trainer and keeps them for all the half-days, or refuses and says who cannot and why. */
  assign({ trainerIds, sessions, timeZone = 'Europe/Paris', by = null, pointer = '/trainerIds' }: AssignRequest): Promise<void> {
    const periods = sessions.flatMap((session) => session.periods);
    const fault = periodsFault(periods);
    if (fault) throw new Problem(422, fault, 'Les horaires de la session sont à corriger.');
    return this.db.tx(async () => {
      const ids = [...new Set(trainerIds)].sort();
      for (const { displayName, status } of await this.lock(ids)) {
        const why = notAssignable(displayName, status);
        if (why) throw conflictAt(pointer, 'trainer.not_admitted', why);
      }
      const [busy] = await this.busyIn(ids, periods);
      if (busy) throw conflictAt(pointer, 'trainer.busy', busyInWords(busy, timeZone), { trainerId: busy.trainerId, startsAt: busy.from, endsAt: busy.to });
      const demands = await this.ask(ids, sessions, by);
      await this.outbox.publish('trainers.asked', ...demands);
    });
  }

  /** What keeps these trainers during these times, the soonest first. */
  busyIn(ids: readonly string[], periods: readonly Period[], except: readonly string[] = []): Promise<BusyTrainer[]> {
    return this.db.query<BusyTrainer>(
      `select a.trainer_id as "trainerId", p.given_name || ' ' || p.family_name as "displayName", lower(a.period) as "from", upper(a.period) as "to",
              c.title as "courseTitle", concat_ws(', ', v.name, v.commune_name) as "where"
         from unnest($1::uuid[]) t (id)
         join trainers.assignment a on a.trainer_id = t.id and a.active and a.period && any($2::tstzrange[]) and a.id <> all($3::uuid[])
         join identity.person p on p.id = a.trainer_id join training.session s on s.id = a.session_id
         join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        order by lower(a.period), a.trainer_id`,
      [ids, periods.map(({ from, to }) => tstzrange(from, to)), except],
    );
  }

  /** Keeps the trainers of a session at another time instead of this one, or says who is busy then. An answer that was not given yet is to the new time. */
  async move({ sessionId, from, to, timeZone }: { sessionId: string; from: Period; to: Period; timeZone: string }): Promise<void> {
    const given = await this.db.query<{ id: string; trainerId: string }>(
      `select id, trainer_id as "trainerId" from trainers.assignment where session_id = $1 and active and period = $2 order by trainer_id`,
      [sessionId, tstzrange(from.from, from.to)],
    );
    const ids = given.map(({ id }) => id);
    const [busy] = await this.busyIn(given.map(({ trainerId }) => trainerId), [to], ids);
    if (busy) throw conflictAt('/trainerIds', 'trainer.busy', busyInWords(busy, timeZone));
    await this.db.query(
      `with moved as (update trainers.assignment set period = $2 where id = any($1) returning ask_id)
       update trainers.ask k set version = version + 1 from (select distinct ask_id as id from moved) m where k.id = m.id`,
      [ids, tstzrange(to.from, to.to)],
    );
  }

  /**
   * Gives the trainers of a session back, or this one alone, and answers who they were; asked twice, it does nothing more.
   * Half-days that have begun stay with whoever had agreed to give them.
   */
  async release(sessionId: string, trainerId: string | null = null): Promise<string[]> {
    const freed = await this.db.query<{ id: string }>(
      `with freed as (
         select k.id, k.status = 'accepted' and exists (select from trainers.assignment a where a.ask_id = k.id and lower(a.period) <= $3) as has_given
           from trainers.ask k where k.session_id = $1 and k.status in ('asked', 'accepted') and ($2::uuid is null or k.trainer_id = $2) order by k.id for no key update),
       ahead as (delete from trainers.assignment a using freed f where a.ask_id = f.id and f.has_given and lower(a.period) > $3)
       update trainers.ask k set status = case when f.has_given then 'relieved' else 'released' end, live = f.has_given, version = k.version + 1
         from freed f where k.id = f.id returning k.trainer_id as id`,
      [sessionId, trainerId, this.clock.now()],
    );
    return freed.map(({ id }) => id);
  }

  private ask(ids: readonly string[], sessions: AssignRequest['sessions'], by: string | null): Promise<{ demandId: string }[]> {
    const rows = sessions.flatMap(({ id, periods }) => periods.map(({ from, to }) => ({ session: id, period: tstzrange(from, to) })));
    return this.db.query<{ demandId: string }>(
      `with row as materialized (select session, period from jsonb_to_recordset($2) as r (session uuid, period tstzrange)),
       demand as materialized (select id, uuidv7() as demand from unnest($1::uuid[]) t (id)),
       asked as (
         insert into trainers.ask (session_id, trainer_id, demand_id, asked_at, asked_by)
         select s.session, d.id, d.demand, $3, $4 from demand d cross join (select distinct session from row) s order by d.id, s.session
         on conflict (session_id, trainer_id) where status in ('asked', 'accepted') do update set version = ask.version + 1 returning id, session_id, trainer_id, demand_id),
       kept as (
         insert into trainers.assignment (ask_id, trainer_id, session_id, period)
         select k.id, k.trainer_id, k.session_id, r.period from asked k join row r on r.session = k.session_id)
       select distinct demand_id as "demandId" from asked`,
      [ids, JSON.stringify(rows), this.clock.now(), by],
    );
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
}
