import { searchName } from '@app/identity';
import { cursorId, Database, instantOf, invalid, page, Page, type Period, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { TrainerCard, TrainerSearch } from './trainer.dto';

const CLOCK = 'Europe/Paris';

@Injectable()
export class TrainerQueries {
  constructor(private readonly db: Database) {}

  /** Trainers who can be given a session, by name; when a period is asked, whether they are free. */
  async search({ q = '', limit, cursor, ...when }: TrainerSearch): Promise<Page<TrainerCard>> {
    const period = periodOf(when);
    const words = searchName(q).split(' ').filter(Boolean).slice(0, 10);
    const rows = await this.db.query<TrainerCard>(
      `with pool as (
         select t.person_id as id, p.given_name || ' ' || p.family_name as "displayName", t.status, t.specialities, t.bio,
                platform.fold(p.family_name || ' ' || p.given_name) as sort_name
           from trainers.trainer t join identity.person p on p.id = t.person_id where t.status = 'admitted' and p.active)
       select id, "displayName", status, specialities, bio,
              coalesce((select array_agg(k.framework_code || ' ' || k.code order by k.framework_code, k.code collate "C")
                from trainers.trainer_competency h join curriculum.competency k on k.id = h.competency_id where h.trainer_id = pool.id), '{}') as competencies,
              case when $1::tstzrange is null then null else not exists (
                select 1 from trainers.assignment a where a.trainer_id = pool.id and a.active and a.period && $1::tstzrange) end as free
         from pool
        where not exists (select 1 from unnest($2::text[]) word
                           where sort_name || ' ' || platform.fold(array_to_string(specialities, ' ')) not like '%' || word || '%')
          and ($3::uuid is null or (sort_name, id) > (select c.sort_name, c.id from pool c where c.id = $3))
        order by sort_name, id limit $4`,
      [period && tstzrange(period.from, period.to), words, cursorId(cursor), limit + 1],
    );
    return page(rows, limit, ({ id }) => [id]);
  }
}

function periodOf({
  date,
  start,
  end,
  timeZone = CLOCK,
}: Pick<TrainerSearch, 'date' | 'start' | 'end' | 'timeZone'>): Period | null {
  if (date === undefined && start === undefined && end === undefined) return null;
  if (date === undefined || start === undefined || end === undefined)
    throw invalid(
      '/date',
      'trainer.period_incomplete',
      'Indiquez ensemble la date, l’heure de début et l’heure de fin.',
    );
  const [from, to] = [instantOf(date, start, timeZone), instantOf(date, end, timeZone)];
  if (from === null)
    throw invalid(
      '/start',
      'trainer.hour_skipped',
      'Cette heure n’existe pas ce jour-là : l’horloge passe à l’heure d’été.',
    );
  if (to === null || from >= to)
    throw invalid('/end', 'trainer.period_empty', 'L’heure de fin doit suivre l’heure de début.');
  return { from, to };
}
