import { Actor, Can, Id, Idempotent, Me } from '@app/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Clashes, SessionDraft } from './clash.dto';
import { ClashService } from './clash.service';
import { SeriesInput, SeriesPlan } from './series.dto';
import { SeriesService } from './series.service';
import { CommonSlots, SlotSearch } from './slot-search.dto';
import { SlotSearchService } from './slot-search.service';

/** Finding when, before anything is kept: questions too long for an address, that change nothing; then sessions that repeat. */
@Controller()
export class ScheduleController {
  constructor(
    private readonly slots: SlotSearchService,
    private readonly clashes: ClashService,
    private readonly series: SeriesService,
  ) {}

  @Post('schedule/slots')
  @HttpCode(200)
  @Can('training.schedule.search')
  search(@Body() ask: SlotSearch): Promise<CommonSlots> {
    return this.slots.search(ask);
  }

  /** What stands in the way of a session as it is prepared. */
  @Post('schedule/check')
  @HttpCode(200)
  @Can('training.schedule.search')
  async check(@Me() actor: Actor, @Body() draft: SessionDraft): Promise<Clashes> {
    return { items: await this.clashes.of(actor, draft) };
  }

  @Post('courses/:id/series/preview')
  @HttpCode(200)
  @Can('training.session.create')
  preview(@Id('course') id: string, @Body() asked: SeriesInput): Promise<SeriesPlan> {
    return this.series.preview(id, asked);
  }

  @Post('courses/:id/series')
  @Can('training.session.create')
  @Idempotent()
  prepare(@Me() actor: Actor, @Id('course') id: string, @Body() asked: SeriesInput): Promise<SeriesPlan> {
    return this.series.prepare(actor, id, asked);
  }
}
