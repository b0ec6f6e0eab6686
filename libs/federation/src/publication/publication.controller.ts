import { Actor, Can, Id, Me } from '@app/platform';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { PublicationPage, PublicationQuery, PublicationView } from './publication.dto';
import { PublicationQueries } from './publication.queries';
import { PublicationService } from './publication.service';

@Controller('federation/publications')
export class PublicationController {
  constructor(
    private readonly queries: PublicationQueries,
    private readonly service: PublicationService,
  ) {}

  @Get()
  @Can('federation.publication.read')
  list(@Query() query: PublicationQuery): Promise<PublicationPage> {
    return this.queries.list(query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Can('federation.publication.retry')
  retry(@Me() actor: Actor, @Id('publication') id: string): Promise<PublicationView> {
    return this.service.retry(actor, id);
  }
}
