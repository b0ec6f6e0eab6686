import { Audit, cleanText, Clock, Database, invalid, isCleanText, isUuid } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { AgentService } from '../agent/agent.service';
import { Passwords } from '../auth/passwords';
import { Membership } from '../membership/membership.entity';
import { roleFits } from '../membership/membership.rules';
import { OrganisationDetail } from '../organisation/organisation.dto';
import { Organisations } from '../organisation/organisations';
import { dayOf, isValidOn } from '../organisation/validity.rules';
import { Role, ROLES } from '../permissions';
import { passwordFault } from './password.rules';
import { NewPerson } from './person.dto';
import { Person } from './person.entity';

/** Accounts and roles, for the command line and the builders of tests. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly organisations: Organisations,
    private readonly agents: AgentService,
  ) {}

  /** Opens an account with its first role, and the file of an agent when the role is one. Answers the person's id. */
  async createPerson(asked: NewPerson): Promise<string> {
    const email = asked.email.trim().toLowerCase();
    if (!isCleanText(email) || !isEmail(email))
      throw invalid('/email', 'isEmail', 'Indiquez une adresse électronique valable.');
    const fault = passwordFault(asked.password, email);
    if (fault) throw invalid('/password', fault.code, fault.detail);
    const person = {
      email,
      givenName: this.name('/givenName', asked.givenName),
      familyName: this.name('/familyName', asked.familyName),
      passwordHash: await this.passwords.hash(asked.password),
      createdAt: this.clock.now(),
    };
    return this.db.tx(async () => {
      const { identifiers } = await this.db.em.insert(Person, person);
      const { id: personId } = identifiers[0] as { id: string };
      await this.record('identity.person.created', personId);
      const employer = await this.grant(personId, asked.role, asked.organisation);
      if (asked.role === 'agent') await this.agents.open(personId, employer.id, asked.profile ?? {});
      return personId;
    });
  }

  /** Gives a person one more role, from today, in an organisation named by its id or SIRET. */
  grant(personId: string, role: Role, organisation: string): Promise<OrganisationDetail> {
    return this.db.tx(async () => {
      const found = await this.inActivity(organisation);
      if (!ROLES.includes(role)) throw invalid('/role', 'membership.unknown_role', 'Ce rôle n’existe pas.');
      if (!roleFits(role, found.kind))
        throw invalid('/role', 'membership.misplaced', 'Ce rôle n’existe pas dans ce genre d’organisation.');
      await this.db.em.insert(Membership, {
        personId,
        role,
        organisationId: found.id,
        validFrom: this.today,
      });
      await this.record('identity.membership.granted', personId, { role, organisationId: found.id });
      return found;
    });
  }

  /** Takes a role back; the person's next request no longer has it. */
  revoke(personId: string, role: Role, organisationId: string): Promise<void> {
    return this.db.tx(async () => {
      await this.db.query(
        `update identity.membership set valid_to = $4::date
          where person_id = $1 and role = $2 and organisation_id = $3 and (valid_to is null or valid_to > $4::date)`,
        [personId, role, organisationId, this.today],
      );
      await this.record('identity.membership.revoked', personId, { role, organisationId });
    });
  }

  /** Closes an account: its sessions end, its history stays. */
  deactivate(personId: string): Promise<void> {
    return this.db.tx(async () => {
      await this.db.em.update(Person, { id: personId }, { active: false });
      await this.db.query('delete from identity.session where person_id = $1', [personId]);
      await this.record('identity.person.deactivated', personId);
    });
  }

  private get today(): string {
    return dayOf(this.clock.now());
  }

  private record(action: string, personId: string, detail?: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor: null, action, subjectType: 'person', subjectId: personId, detail });
  }

  private name(pointer: string, text: string): string {
    const name = cleanText(text);
    if (!name || name.length > 200 || !isCleanText(name))
      throw invalid(pointer, 'person.name', 'Indiquez un nom de 1 à 200 caractères.');
    return name;
  }

  private async inActivity(reference: string): Promise<OrganisationDetail> {
    const found = await (isUuid(reference)
      ? this.organisations.byId(reference)
      : this.organisations.bySiret(reference));
    if (!found || !isValidOn(found, this.today))
      throw invalid(
        '/organisation',
        'organisation.not_found',
        'Aucune organisation en activité ne correspond.',
      );
    return found;
  }
}
