import { Public, RateLimited } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DirectoryPage, DirectorySearch, MapPoints, PointsQuery } from './directory.dto';
import { DirectoryQueries } from './directory.queries';

@Controller('venues')
@Public()
@RateLimited()
export class DirectoryController {
  constructor(private readonly directory: DirectoryQueries) {}

  @Get()
  search(@Query() query: DirectorySearch): Promise<DirectoryPage> {
    return this.directory.search(query);
  }

  @Get('points')
  points(@Query() query: PointsQuery): Promise<MapPoints> {
    return this.directory.points(query);
  }
}
