import { Clock, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AgentProfiles } from '../agent/agent.queries';
import { dayOf, validOn } from '../organisation/validity.rules';
import { permissionsOf } from '../permissions';
import { MyAccount } from './auth.dto';

@Injectable()
export class MyAccounts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly profiles: AgentProfiles,
  ) {}

  async of(personId: string): Promise<MyAccount> {
    const person = await this.db.one<Omit<MyAccount, 'permissions' | 'profile'>>(
      `select p.id as "personId", p.given_name || ' ' || p.family_name as "displayName", p.email,
         coalesce((select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationName', o.name, 'role', m.role) order by m.id)
           from identity.membership m join identity.organisation o on o.id = m.organisation_id
          where m.person_id = p.id and ${validOn('m', '$2')} and ${validOn('o', '$2')}), '[]') as memberships
       from identity.person p where p.id = $1`,
      [personId, dayOf(this.clock.now())],
    );
    if (!person) throw notFound('person');
    const permissions = [...permissionsOf(person.memberships.map(({ role }) => role))].sort();
    return { ...person, permissions, profile: await this.profiles.of(personId) };
  }
}
