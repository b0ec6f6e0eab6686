import { Public, RateLimited } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { CoursePage, CourseSearch, SuggestQuery, Suggestions } from './search.dto';
import { SearchQueries } from './search.queries';
import { SuggestQueries } from './suggest.queries';

@Controller()
export class SearchController {
  constructor(
    private readonly queries: SearchQueries,
    private readonly suggestions: SuggestQueries,
  ) {}

  @Public()
  @RateLimited()
  @Get('courses')
  search(@Query() query: CourseSearch): Promise<CoursePage> {
    return this.queries.search(query);
  }

  @Public()
  @RateLimited()
  @Get('course-suggestions')
  suggest(@Query() { q }: SuggestQuery): Promise<Suggestions> {
    return this.suggestions.suggest(q);
  }
}
