import { Actor, Can, Id, Me } from '@app/platform';
import { Controller, Get } from '@nestjs/common';
import { OrganisationDetail } from './organisation.dto';
import { Organisations } from './organisations';

@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: Organisations) {}

  @Get(':id')
  @Can('identity.organisation.read')
  read(@Me() actor: Actor, @Id('organisation') id: string): Promise<OrganisationDetail> {
    return this.organisations.read(actor, id);
  }
}
