import { Actor, Can, Id, Idempotent, IfMatch, Me } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ChainInput, ChainList, ChainView, DeputyInput, DeputyList, DeputyPeople, DeputyPeopleQuery, DeputyView } from './chain.dto';
import { ChainService } from './chain.service';
import { DeputyService } from './deputy.service';

@Controller()
export class ChainController {
  constructor(
    private readonly chains: ChainService,
    private readonly deputies: DeputyService,
  ) {}

  @Can('training.chain.edit')
  @Get('employer-chains')
  list(@Me() actor: Actor): Promise<ChainList> {
    return this.chains.list(actor);
  }

  @Can('training.chain.edit')
  @Put('employer-chains/:id')
  change(@Me() actor: Actor, @Id('organisation') id: string, @IfMatch() version: number, @Body() input: ChainInput): Promise<ChainView> {
    return this.chains.change(actor, id, version, input);
  }

  @Can('training.deputy.name')
  @Get('deputies')
  listDeputies(@Me() actor: Actor): Promise<DeputyList> {
    return this.deputies.list(actor);
  }

  @Can('training.deputy.name')
  @Get('deputies/people')
  people(@Me() actor: Actor, @Query() { q }: DeputyPeopleQuery): Promise<DeputyPeople> {
    return this.deputies.people(actor, q);
  }

  @Can('training.deputy.name')
  @Idempotent()
  @Post('deputies')
  nameDeputy(@Me() actor: Actor, @Body() input: DeputyInput): Promise<DeputyView> {
    return this.deputies.name(actor, input);
  }

  @Can('training.deputy.name')
  @HttpCode(204)
  @Delete('deputies/:id')
  removeDeputy(@Me() actor: Actor, @Id('deputy') id: string): Promise<void> {
    return this.deputies.remove(actor, id);
  }
}
