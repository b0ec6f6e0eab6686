import { Actor, CalendarFeedView, Can, Id, Idempotent, IfMatch, Me } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { EditSearch, SavedSearches, SavedSearchView, SaveSearch } from './saved-search.dto';
import { SavedSearchService } from './saved-search.service';

@Controller('saved-searches')
export class SavedSearchController {
  constructor(private readonly searches: SavedSearchService) {}

  @Get()
  @Can('training.search.keep')
  async mine(@Me() actor: Actor): Promise<SavedSearches> {
    return { items: await this.searches.mine(actor) };
  }

  @Post()
  @Idempotent()
  @Can('training.search.keep')
  save(@Me() actor: Actor, @Body() input: SaveSearch): Promise<SavedSearchView> {
    return this.searches.save(actor, input);
  }

  @Patch(':id')
  @Can('training.search.keep')
  edit(@Me() actor: Actor, @Id('saved_search') id: string, @IfMatch() version: number, @Body() input: EditSearch): Promise<SavedSearchView> {
    return this.searches.edit(actor, id, version, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('training.search.keep')
  remove(@Me() actor: Actor, @Id('saved_search') id: string): Promise<void> {
    return this.searches.remove(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Can('training.search.keep')
  restore(@Me() actor: Actor, @Id('saved_search') id: string): Promise<SavedSearchView> {
    return this.searches.restore(actor, id);
  }

  @Post(':id/calendar-feed')
  @HttpCode(200)
  @Can('training.search.keep')
  renewFeed(@Me() actor: Actor, @Id('saved_search') id: string): Promise<CalendarFeedView> {
    return this.searches.renewFeed(actor, id);
  }

  @Delete(':id/calendar-feed')
  @HttpCode(204)
  @Can('training.search.keep')
  stopFeed(@Me() actor: Actor, @Id('saved_search') id: string): Promise<void> {
    return this.searches.stopFeed(actor, id);
  }
}
