import { Public } from '@app/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { AudienceList, ClassificationList, ClassificationSearch, FinancingRegimeList } from './reference.dto';
import { TrainingReference } from './reference.queries';

/** The same for everyone, and rarely changed. */
const CACHED = ['Cache-Control', 'public, max-age=3600'] as const;

@Controller('reference')
@Public()
export class TrainingReferenceController {
  constructor(private readonly reference: TrainingReference) {}

  @Get('classifications')
  @Header(...CACHED)
  classification(@Query() query: ClassificationSearch): Promise<ClassificationList> {
    return this.reference.classification(query);
  }

  @Get('audiences')
  @Header(...CACHED)
  audiences(): Promise<AudienceList> {
    return this.reference.audiences();
  }

  @Get('financing-regimes')
  @Header(...CACHED)
  financingRegimes(): Promise<FinancingRegimeList> {
    return this.reference.financingRegimes();
  }
}
