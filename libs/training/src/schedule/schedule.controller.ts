import { Can } from '@app/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommonSlots, SlotSearch } from './slot-search.dto';
import { SlotSearchService } from './slot-search.service';

/** Finding when, before anything is kept: questions too long for an address, that change nothing. */
@Controller('schedule')
export class ScheduleController {
  constructor(private readonly slots: SlotSearchService) {}

  @Post('slots')
  @HttpCode(200)
  @Can('training.schedule.search')
  search(@Body() ask: SlotSearch): Promise<CommonSlots> {
    return this.slots.search(ask);
  }
}
