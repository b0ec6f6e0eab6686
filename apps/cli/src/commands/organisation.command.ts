import { ORGANISATION_KINDS, Organisations } from '@app/identity';
import type { OrganisationKind } from '@app/identity';
import { Command, JsonOption, Option, Outcome, RelaisCommand } from '../command';

interface OrganisationOptions extends JsonOption {
  kind: OrganisationKind;
  name: string;
  siret?: string;
  commune?: string;
}

@Command({ name: 'organisation:create', description: 'Enregistrer un employeur, une entité du CNFPT, un service de l’État ou l’exploitant d’un lieu.' })
export class OrganisationCreateCommand extends RelaisCommand<OrganisationOptions> {
  constructor(private readonly organisations: Organisations) {
    super();
  }

  @Option({ flags: '--kind <genre>', description: `Genre : ${ORGANISATION_KINDS.join(', ')}`, required: true })
  parseKind(value: string): string {
    return value;
  }

  @Option({ flags: '--name <nom>', description: 'Nom', required: true })
  parseName(value: string): string {
    return value;
  }

  @Option({ flags: '--siret <numéro>', description: 'SIRET, 14 chiffres ; obligatoire pour un employeur' })
  parseSiret(value: string): string {
    return value.replace(/\s/g, '');
  }

  @Option({ flags: '--commune <code>', description: 'Code INSEE de la commune' })
  parseCommune(value: string): string {
    return value;
  }

  protected async outcome(_args: string[], { kind, name, siret, commune }: OrganisationOptions): Promise<Outcome> {
    const organisationId = await this.organisations.create({ kind, name, siret, communeCode: commune });
    return { ok: true, text: `Organisation enregistrée : ${organisationId}`, document: { organisationId, kind, name } };
  }
}
