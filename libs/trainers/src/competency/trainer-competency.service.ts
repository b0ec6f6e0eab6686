import { Actor, Audit, Database, ifMatch, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { HeldCompetencies, HeldCompetency, HeldCompetencyInput } from './trainer-competency.dto';

/** What trainers can teach, as they or those who manage the pool say it. */
@Injectable()
export class TrainerCompetencies {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  async of(trainerId: string): Promise<HeldCompetencies> {
    const rows = await this.db.query<Partial<HeldCompetency> & Omit<HeldCompetencies, 'items'>>(
      `select p.given_name || ' ' || p.family_name as "displayName", t.competencies_version as version, c.id, f.code || ' ' || c.code as code, c.label, f.language, c.levels, h.level
         from trainers.trainer t join identity.person p on p.id = t.person_id left join trainers.trainer_competency h on h.trainer_id = t.person_id
         left join curriculum.competency c on c.id = h.competency_id left join curriculum.framework f on f.code = c.framework_code
        where t.person_id = $1 order by f.code, c.code collate "C"`,
      [trainerId],
    );
    const [first] = rows;
    if (!first) throw notFound('trainer');
    const { displayName, version } = first;
    return { displayName, items: rows.filter(({ id }) => id !== null).map(({ displayName: _name, version: _version, ...held }) => held as HeldCompetency), version };
  }

  /** Replaces them all. */
  replace(actor: Actor, trainerId: string, version: number, items: readonly HeldCompetencyInput[]): Promise<HeldCompetencies> {
    return this.db.tx(async () => {
      const trainer = await this.db.one<{ version: number }>('select competencies_version as version from trainers.trainer where person_id = $1 for no key update', [trainerId]);
      if (!trainer) throw notFound('trainer');
      ifMatch(version, trainer.version);
      await this.check(items);
      await this.db.query(
        `with told as materialized (select id, level from jsonb_to_recordset($2) as r (id uuid, level smallint)),
         gone as (delete from trainers.trainer_competency h where h.trainer_id = $1 and not exists (select from told where told.id = h.competency_id)),
         kept as (insert into trainers.trainer_competency (trainer_id, competency_id, level) select $1, id, level from told
                    on conflict (trainer_id, competency_id) do update set level = excluded.level)
         update trainers.trainer set competencies_version = competencies_version + 1 where person_id = $1`,
        [trainerId, JSON.stringify(items)],
      );
      await this.audit.record({ actor, action: 'trainers.competencies.replaced', subjectType: 'person', subjectId: trainerId, detail: { count: items.length } });
      return this.of(trainerId);
    });
  }

  private async check(items: readonly HeldCompetencyInput[]): Promise<void> {
    const known = await this.db.query<{ id: string; levels: number }>('select id, cardinality(levels) as levels from curriculum.competency where id = any($1::uuid[])', [items.map(({ id }) => id)]);
    for (const [index, { id, level }] of items.entries()) {
      const competency = known.find((one) => one.id === id.toLowerCase());
      if (!competency) throw invalid(`/items/${index}/id`, 'trainer.competency_unknown', 'Cette compétence n’est dans aucun référentiel.');
      if (level !== null && level > competency.levels)
        throw invalid(`/items/${index}/level`, 'trainer.level_unknown', competency.levels ? `Ce référentiel a ${competency.levels} niveaux.` : 'Ce référentiel n’a pas de niveaux.');
    }
  }
}
