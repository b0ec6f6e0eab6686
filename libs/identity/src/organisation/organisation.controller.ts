import { Actor, Can, Id, Me } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { OrganisationDetail, OrganisationList, OrganisationsQuery } from './organisation.dto';
import { Organisations } from './organisations';

@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: Organisations) {}

  /** Employers and delegations, for those who name one: their names are public. */
  @Get()
  @Can('identity.organisation.search')
  search(@Query() { q }: OrganisationsQuery): Promise<OrganisationList> {
    return this.organisations.search(q);
  }

  @Get(':id')
  @Can('identity.organisation.read')
  read(@Me() actor: Actor, @Id('organisation') id: string): Promise<OrganisationDetail> {
    return this.organisations.read(actor, id);
  }
}
