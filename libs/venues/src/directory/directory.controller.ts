import { Actor, Me, Public, RateLimited } from '@app/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { DirectoryPage, DirectorySearch, MapPoints, PointsQuery } from './directory.dto';
import { DirectoryQueries } from './directory.queries';
import { VenueOpening } from './opening-now.dto';
import { OpeningNowQueries } from './opening-now.queries';

@Controller('venues')
@Public()
@RateLimited()
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly openings: OpeningNowQueries,
  ) {}

  @Get()
  search(@Query() query: DirectorySearch): Promise<DirectoryPage> {
    return this.directory.search(query);
  }

  @Get('points')
  points(@Query() query: PointsQuery): Promise<MapPoints> {
    return this.directory.points(query);
  }

  /** Whether it is open now, and what will close it. */
  @Get(':idOrSlug/opening')
  opening(@Me() actor: Actor | null, @Param('idOrSlug') idOrSlug: string): Promise<VenueOpening> {
    return this.openings.of(actor, idOrSlug);
  }
}
