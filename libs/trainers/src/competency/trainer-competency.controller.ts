import { Actor, Can, Id, IfMatch, Me } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { HeldCompetencies, HeldCompetenciesInput } from './trainer-competency.dto';
import { TrainerCompetencies } from './trainer-competency.service';

@Controller()
export class TrainerCompetencyController {
  constructor(private readonly competencies: TrainerCompetencies) {}

  @Get('me/trainer-competencies')
  @Can('trainers.competency.edit_own')
  mine(@Me() actor: Actor): Promise<HeldCompetencies> {
    return this.competencies.of(actor.personId);
  }

  @Put('me/trainer-competencies')
  @Can('trainers.competency.edit_own')
  replaceMine(@Me() actor: Actor, @IfMatch() version: number, @Body() { items }: HeldCompetenciesInput): Promise<HeldCompetencies> {
    return this.competencies.replace(actor, actor.personId, version, items);
  }

  @Get('trainers/:id/competencies')
  @Can('trainers.competency.edit')
  read(@Id('trainer') id: string): Promise<HeldCompetencies> {
    return this.competencies.of(id);
  }

  @Put('trainers/:id/competencies')
  @Can('trainers.competency.edit')
  replace(@Me() actor: Actor, @Id('trainer') id: string, @IfMatch() version: number, @Body() { items }: HeldCompetenciesInput): Promise<HeldCompetencies> {
    return this.competencies.replace(actor, id, version, items);
  }
}
