import { Can } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { TrainerPage, TrainerSearch } from './trainer.dto';
import { TrainerQueries } from './trainer.queries';

@Controller('trainers')
export class TrainerController {
  constructor(private readonly queries: TrainerQueries) {}

  @Get()
  @Can('trainers.trainer.read')
  search(@Query() query: TrainerSearch): Promise<TrainerPage> {
    return this.queries.search(query);
  }
}
