import { createInterface } from 'node:readline';
import { IdentityService, ROLES } from '@app/identity';
import type { Role } from '@app/identity';
import { invalid } from '@app/platform';
import { Command, JsonOption, Option, Outcome, RelaisCommand } from '../command';

interface UserOptions extends JsonOption {
  email: string;
  givenName: string;
  familyName: string;
  role: Role;
  organisation: string;
}

@Command({ name: 'user:create', description: 'Ouvrir un compte. Le mot de passe est lu sur l’entrée standard, jamais dans la commande.' })
export class UserCreateCommand extends RelaisCommand<UserOptions> {
  constructor(private readonly identity: IdentityService) {
    super();
  }

  @Option({ flags: '--email <adresse>', description: 'Adresse électronique', required: true })
  parseEmail(value: string): string {
    return value;
  }

  @Option({ flags: '--given-name <prénom>', description: 'Prénom', required: true })
  parseGivenName(value: string): string {
    return value;
  }

  @Option({ flags: '--family-name <nom>', description: 'Nom', required: true })
  parseFamilyName(value: string): string {
    return value;
  }

  @Option({ flags: '--role <rôle>', description: `Rôle : ${ROLES.join(', ')}`, required: true })
  parseRole(value: string): string {
    return value;
  }

  @Option({ flags: '--organisation <id ou siret>', description: 'Organisation où le rôle est tenu', required: true })
  parseOrganisation(value: string): string {
    return value;
  }


  protected async outcome(_args: string[], { email, givenName, familyName, role, organisation }: UserOptions): Promise<Outcome> {
    if (!ROLES.includes(role)) throw invalid('/role', 'isIn', `Rôle inconnu. Rôles possibles : ${ROLES.join(', ')}.`);
    if (process.stdin.isTTY) this.say('Mot de passe (puis Entrée) :');
    const password = await firstLine();
    const personId = await this.identity.createPerson({ email, givenName, familyName, role, organisation, password });
    return { ok: true, text: `Compte ouvert pour ${email}.`, document: { personId, email, role } };
  }
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}
