import { Actor, cursorKey, Database, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AgentCard, AgentDetail, AgentPage, AgentProfileView, AgentsQuery } from './agent.dto';
import { agentScope } from './agent.policy';

const PROFILE = `a.person_id as "personId", a.employer_id as "employerId", e.name as "employerName",
  a.cadre_emplois_id as "cadreEmploisId", ce.name as "cadreEmploisName", a.category, a.statut,
  a.metier_code as "metierCode", m.label as "metierLabel",
  a.commune_code as "communeCode", c.name as "communeName",
  a.supervisor_id as "supervisorId", a.is_mediateur as "isMediateur", a.version`;

const FROM = `from identity.agent_profile a
  join identity.organisation e on e.id = a.employer_id
  left join identity.cadre_emplois ce on ce.id = a.cadre_emplois_id
  left join identity.metier m on m.code = a.metier_code
  left join identity.commune c on c.code = a.commune_code`;

const ID = `p.id::text collate "C"`;

/** Agents' profiles, as read by this context and the ones that build on it. */
@Injectable()
export class AgentProfiles {
  constructor(private readonly db: Database) {}

  /** The profile of a person who is an agent, else null. */
  async of(personId: string): Promise<AgentProfileView | null> {
    return (
      (await this.db.one<AgentProfileView>(`select ${PROFILE} ${FROM} where a.person_id = $1`, [personId])) ??
      null
    );
  }

  detail(personId: string): Promise<AgentDetail | undefined> {
    return this.db.one<AgentDetail>(
      `select ${PROFILE}, p.id, p.given_name || ' ' || p.family_name as "displayName", p.email,
         s.given_name || ' ' || s.family_name as "supervisorName"
       ${FROM} join identity.person p on p.id = a.person_id left join identity.person s on s.id = a.supervisor_id
       where a.person_id = $1`,
      [personId],
    );
  }

  /** The agents the actor may see, by family name. */
  async list(actor: Actor, { q, cursor, limit }: AgentsQuery): Promise<AgentPage> {
    const { where, params } = agentScope(actor);
    const [family, given, id] = cursorKey(cursor, 'text', 'text', 'uuid') ?? [];
    const rows = await this.db.query<AgentCard & { family: string; given: string }>(
      `select p.id, p.given_name || ' ' || p.family_name as "displayName", a.category, a.statut,
         ce.name as "cadreEmploisName", m.label as "metierLabel", a.is_mediateur as "isMediateur",
         p.family_name as family, p.given_name as given
       ${FROM} join identity.person p on p.id = a.person_id and p.active
       where ${where} and position(platform.fold($4) in platform.fold(p.given_name || ' ' || p.family_name)) > 0
         and ($5::text is null or (p.family_name, p.given_name, ${ID}) > ($5, $6, $7))
       order by p.family_name, p.given_name, ${ID} limit $8`,
      [...params, q ?? '', family ?? null, given ?? null, id ?? null, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, (row) => [row.family, row.given, row.id]);
    return { items: items.map(({ family: _family, given: _given, ...card }) => card), nextCursor };
  }
}
