import { searchName } from '@app/identity';
import type { Role } from '@app/identity';
import { ACCOUNTS, DEMO_DOMAIN } from '../content/accounts';
import { FAMILY_NAMES, GIVEN_NAMES } from '../content/names';
import type { World } from '../world';

export interface PersonRow {
  id: string;
  email: string;
  given_name: string;
  family_name: string;
}

export interface MembershipRow {
  id: string;
  person_id: string;
  organisation_id: string;
  role: Role;
  valid_from: string;
}

const letters = (name: string): string => searchName(name.replace(/ı/g, 'i')).replace(/ /g, '-');

/** The people of the demo year and what they are, added one by one: the fixed accounts first. */
export class People {
  readonly persons: PersonRow[] = [];
  readonly memberships: MembershipRow[] = [];
  private readonly emails = new Set<string>();

  constructor(private readonly world: World) {
    for (const { key, givenName, familyName, role, organisation } of ACCOUNTS) {
      this.add(key, givenName, familyName, key);
      this.join(key, role, organisation);
    }
  }

  /** A person drawn from the lists of names, with a role. Answers their id. */
  draw(key: string, role: Role, organisation: string): string {
    const random = this.world.random(`person/${key}`);
    const [given, family] = [random.pick(GIVEN_NAMES), random.pick(FAMILY_NAMES)];
    const id = this.add(key, given, family, `${letters(given)}.${letters(family)}`);
    this.join(key, role, organisation);
    return id;
  }

  /** One more role for a person already there. */
  join(key: string, role: Role, organisation: string): void {
    this.memberships.push({
      id: this.world.id('membership', `${key}/${role}/${organisation}`),
      person_id: this.world.id('person', key),
      organisation_id: this.world.id('organisation', organisation),
      role,
      valid_from: `${this.world.year - 2}-01-01`,
    });
  }

  private add(key: string, givenName: string, familyName: string, localPart: string): string {
    const id = this.world.id('person', key);
    const email = this.freeEmail(localPart);
    this.persons.push({ id, email, given_name: givenName, family_name: familyName });
    return id;
  }

  private freeEmail(localPart: string): string {
    for (let rank = 1; ; rank++) {
      const email = `${localPart}${rank > 1 ? rank : ''}@${DEMO_DOMAIN}`;
      if (this.emails.has(email)) continue;
      this.emails.add(email);
      return email;
    }
  }
}
