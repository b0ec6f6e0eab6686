import { Public } from '@app/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { CompetencyList, CompetencySearch } from './competency.dto';
import { Competencies } from './competency.queries';

@Controller('reference/competencies')
@Public()
export class CompetencyController {
  constructor(private readonly competencies: Competencies) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=3600')
  search(@Query() { q }: CompetencySearch): Promise<CompetencyList> {
    return this.competencies.search(q);
  }
}
