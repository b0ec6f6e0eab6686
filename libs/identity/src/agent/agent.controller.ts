import { Actor, Can, Id, IfMatch, Me } from '@app/platform';
import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { AgentDetail, AgentPage, AgentProfileView, AgentsQuery, EditProfile } from './agent.dto';
import { AgentProfiles } from './agent.queries';
import { AgentService } from './agent.service';

@Controller()
export class AgentController {
  constructor(
    private readonly agents: AgentService,
    private readonly profiles: AgentProfiles,
  ) {}

  @Get('agents')
  @Can('identity.agent.read')
  list(@Me() actor: Actor, @Query() query: AgentsQuery): Promise<AgentPage> {
    return this.profiles.list(actor, query);
  }

  @Get('agents/:id')
  @Can('identity.agent.read')
  read(@Me() actor: Actor, @Id('agent') id: string): Promise<AgentDetail> {
    return this.agents.read(actor, id);
  }

  @Patch('me/profile')
  @Can('identity.profile.edit')
  edit(
    @Me() actor: Actor,
    @IfMatch() version: number,
    @Body() asked: EditProfile,
  ): Promise<AgentProfileView> {
    return this.agents.editOwn(actor, version, asked);
  }
}
