import { Actor, Can, Id, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { DuplicateDetail, DuplicatePage, DuplicateSearch, MergePlaces } from './duplicate.dto';
import { DuplicateQueries } from './duplicate.queries';
import { MergeService } from './merge.service';

/** Places that look like one another. */
@Controller('duplicates')
export class DuplicateController {
  constructor(
    private readonly merges: MergeService,
    private readonly queries: DuplicateQueries,
  ) {}

  @Get()
  @Can('venues.duplicate.read')
  list(@Query() query: DuplicateSearch): Promise<DuplicatePage> {
    return this.queries.list(query);
  }

  @Get(':id')
  @Can('venues.duplicate.read')
  read(@Id('duplicate') id: string): Promise<DuplicateDetail> {
    return this.queries.detail(id);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Can('venues.duplicate.decide')
  merge(@Me() actor: Actor, @Id('duplicate') id: string, @Body() asked: MergePlaces): Promise<DuplicateDetail> {
    return this.merges.merge(actor, id, asked);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Can('venues.duplicate.decide')
  undo(@Me() actor: Actor, @Id('duplicate') id: string): Promise<DuplicateDetail> {
    return this.merges.undo(actor, id);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Can('venues.duplicate.decide')
  dismiss(@Me() actor: Actor, @Id('duplicate') id: string): Promise<DuplicateDetail> {
    return this.merges.dismiss(actor, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Can('venues.duplicate.decide')
  reopen(@Me() actor: Actor, @Id('duplicate') id: string): Promise<DuplicateDetail> {
    return this.merges.reopen(actor, id);
  }
}
