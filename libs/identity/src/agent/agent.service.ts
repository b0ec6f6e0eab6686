import { Actor, Audit, Clock, Database, ifMatch, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dayOf } from '../organisation/validity.rules';
import { AgentDetail, AgentProfileView, EditProfile, NewProfile } from './agent.dto';
import { mayReadAgent } from './agent.policy';
import { AgentProfile } from './agent-profile.entity';
import { Category, categoryOf, needsCadre, Statut } from './agent-profile.rules';
import { AgentProfiles } from './agent.queries';

@Injectable()
export class AgentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly profiles: AgentProfiles,
  ) {}

  /** Opening another person's file leaves a trace. */
  read(actor: Actor, personId: string): Promise<AgentDetail> {
    return this.db.tx(async () => {
      const file = await this.profiles.detail(personId);
      if (!file || !mayReadAgent(actor, file)) throw notFound('agent');
      if (personId !== actor.personId)
        await this.audit.record({
          actor,
          action: 'identity.agent.read',
          subjectType: 'person',
          subjectId: personId,
        });
      return file;
    });
  }

  /** An agent always has a profile; what is not said is presumed the least: under contract, category C. */
  async open(personId: string, employerId: string, said: NewProfile): Promise<void> {
    const profile = { statut: 'contractuel' as const, category: 'C' as const, ...said };
    const { cadreEmploisId, category } = await this.cadre(said.cadreEmploisId ?? null, profile);
    await this.db.em.insert(AgentProfile, { ...profile, cadreEmploisId, category, personId, employerId });
  }

  editOwn(actor: Actor, version: number, asked: EditProfile): Promise<AgentProfileView> {
    const { personId } = actor;
    return this.db.tx(async () => {
      const profile = await this.db.em.findOne(AgentProfile, {
        where: { personId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!profile) throw notFound('agent');
      ifMatch(version, profile.version);
      if (asked.communeCode) await this.mustExist('commune', asked.communeCode);
      if (asked.metierCode) await this.mustExist('metier', asked.metierCode);
      const moves = asked.cadreEmploisId !== undefined && asked.cadreEmploisId !== profile.cadreEmploisId;
      const cadre = moves ? await this.cadre(asked.cadreEmploisId!, profile) : {};
      const changes = Object.fromEntries(
        Object.entries({ ...asked, ...cadre }).filter(([, value]) => value !== undefined),
      );
      await this.db.em.update(AgentProfile, { personId }, { ...changes, version: version + 1 });
      const detail = { fields: Object.keys(changes) };
      await this.audit.record({
        actor,
        action: 'identity.profile.edited',
        subjectType: 'person',
        subjectId: personId,
        detail,
      });
      return (await this.profiles.of(personId))!;
    });
  }

  private async mustExist(table: 'commune' | 'metier', code: string): Promise<void> {
    if (await this.db.one(`select 1 from identity.${table} where code = $1`, [code])) return;
    throw table === 'commune'
      ? invalid('/communeCode', 'agent.unknown_commune', 'Cette commune n’existe pas.')
      : invalid('/metierCode', 'agent.unknown_metier', 'Ce métier n’existe pas dans le répertoire.');
  }

  /** A cadre is chosen among those in force; a file that has one keeps it after it is repealed. */
  private async cadre(id: string | null, { statut, category }: { statut: Statut; category: Category }) {
    if (id === null) {
      if (needsCadre(statut))
        throw invalid(
          '/cadreEmploisId',
          'agent.cadre_required',
          'Un fonctionnaire relève d’un cadre d’emplois.',
        );
      return { cadreEmploisId: null, category };
    }
    const cadre = await this.db.one<{ category: Category }>(
      `select category from identity.cadre_emplois
        where id = $1 and valid_from <= $2::date and (valid_to is null or $2::date <= valid_to)`,
      [id, dayOf(this.clock.now())],
    );
    if (!cadre)
      throw invalid(
        '/cadreEmploisId',
        'agent.unknown_cadre',
        'Ce cadre d’emplois n’existe pas ou n’est plus en vigueur.',
      );
    return { cadreEmploisId: id, category: categoryOf(cadre, category) };
  }
}
