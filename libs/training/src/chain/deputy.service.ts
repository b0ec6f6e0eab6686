import { Actor, Audit, Clock, Database, invalid, nameNoun, notFound } from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { DeputyInput, DeputyList, DeputyPeople, DeputyPerson, DeputyView } from './chain.dto';

nameNoun('deputy', 'Cette suppléance');

const LONGEST_DAYS = 366;
const PERSON = (id: string) => `(select jsonb_build_object('id', p.id, 'displayName', p.given_name || ' ' || p.family_name) from identity.person p where p.id = ${id})`;
/** Deputies `d` of supervisors that the actor may name for: themselves (`$1`), or those of the employers they answer for (`$2`). */
const MINE = `(d.absent_id = $1 or exists (select from identity.membership m where m.person_id = d.absent_id and m.role = 'supervisor' and m.organisation_id = any($2)))`;
const VIEW = `select d.id, ${PERSON('d.absent_id')} as absent, ${PERSON('d.deputy_id')} as deputy, lower(d.days)::text as "from", (upper(d.days) - 1)::text as until from training.deputy d where ${MINE}`;

/** Who gives opinions in the place of a supervisor who is away. */
@Injectable()
export class DeputyService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** In force or to come, soonest first. */
  async list(actor: Actor): Promise<DeputyList> {
    return { items: await this.db.query<DeputyView>(`${VIEW} and upper(d.days) > $3 order by lower(d.days), d.id limit 200`, [...this.reach(actor), dayOf(this.clock.now())]) };
  }

  /** Who may be named, by their names: twenty at most, supervisors first. A supervisor names for themselves only. */
  async people(actor: Actor, q = ''): Promise<DeputyPeople> {
    const [own, offices] = this.reach(actor);
    const items = await this.db.query<DeputyPerson>(
      `select p.id, p.given_name || ' ' || p.family_name as "displayName", min(o.name) as "employerName",
              bool_or(m.role = 'supervisor' and (p.id = $1 or m.organisation_id = any($2))) as supervises
         from identity.membership m join identity.person p on p.id = m.person_id and p.active join identity.organisation o on o.id = m.organisation_id
        where m.organisation_id = any($2::uuid[] || $3::uuid[]) and (m.valid_to is null or m.valid_to > $4)
          and position(platform.fold($5) in platform.fold(p.given_name || ' ' || p.family_name)) > 0
        group by p.id order by supervises desc, p.family_name, p.given_name, p.id limit 20`,
      [own, offices, actor.organisationIds('supervisor'), dayOf(this.clock.now()), q],
    );
    return { items };
  }

  name(actor: Actor, { absentId, deputyId, from, until }: DeputyInput): Promise<DeputyView> {
    return this.db.tx(async () => {
      const today = dayOf(this.clock.now());
      if (until < from) throw invalid('/until', 'deputy.period', 'Le dernier jour ne précède pas le premier.');
      if (until < today) throw invalid('/until', 'deputy.past', 'Cette absence est déjà passée.');
      if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * 86_400_000) throw invalid('/until', 'deputy.too_long', 'Une suppléance dure un an au plus.');
      const [own, offices] = this.reach(actor);
      const employers = await this.db.one<{ ids: string[]; standIn: boolean }>(
        `select array(select m.organisation_id from identity.membership m where m.person_id = $1 and m.role = 'supervisor' and ($1 = $3 or m.organisation_id = any($4)) and (m.valid_to is null or m.valid_to > $5)) as ids,
                exists (select from identity.membership m join identity.membership n on n.organisation_id = m.organisation_id
                         where m.person_id = $1 and m.role = 'supervisor' and n.person_id = $2 and (n.valid_to is null or n.valid_to > $5)) as "standIn"`,
        [absentId, deputyId, own, offices, today],
      );
      if (!employers!.ids.length) throw invalid('/absentId', 'deputy.absent', 'Cette personne n’encadre personne chez vous.');
      if (!employers!.standIn) throw invalid('/deputyId', 'deputy.deputy', 'Désignez quelqu’un du même employeur.');
      const { id } = (await this.db.one<{ id: string }>(
        `insert into training.deputy (absent_id, deputy_id, days, named_by) values ($1, $2, daterange($3, $4, '[]'), $5) returning id`,
        [absentId, deputyId, from, until, actor.personId],
      ))!;
      await this.audit.record({ actor, action: 'deputy.name', subjectType: 'deputy', subjectId: id, detail: { absentId, deputyId, from, until } });
      return (await this.db.one<DeputyView>(`${VIEW} and d.id = $3`, [own, offices, id]))!;
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.db.tx(async () => {
      const removed = await this.db.query(`delete from training.deputy d where d.id = $3 and ${MINE} returning d.id`, [...this.reach(actor), id]);
      if (!removed.length) throw notFound('deputy');
      await this.audit.record({ actor, action: 'deputy.remove', subjectType: 'deputy', subjectId: id });
    });
  }

  private reach = (actor: Actor): [string, string[]] => [actor.personId, actor.organisationIds('training_officer')];
}
