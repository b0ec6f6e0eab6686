import { Actor, Can, Me } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { Planning, PlanningQuery } from './planning.dto';
import { PlanningService } from './planning.service';

@Controller()
export class PlanningController {
  constructor(private readonly planning: PlanningService) {}

  /** Half-days by place, trainer or delegation. Pages are of rows; each comes with its half-days. */
  @Can('training.schedule.read')
  @Get('schedule/planning')
  read(@Me() actor: Actor, @Query() query: PlanningQuery): Promise<Planning> {
    return this.planning.read(actor, query);
  }
}
