import { Actor, CalendarFeedView, Can, Me, Public, RateLimited, sendCalendar } from '@app/platform';
import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PersonCalendar } from './person-calendar';
import { PersonFeeds } from './person-feeds.service';

@Controller()
export class PersonCalendarController {
  constructor(
    private readonly feeds: PersonFeeds,
    private readonly calendar: PersonCalendar,
  ) {}

  @Get('me/calendar-feed')
  @Can('training.enrolment.read_own')
  feed(@Me() actor: Actor): Promise<CalendarFeedView> {
    return this.feeds.feed(actor, 'person');
  }

  @Post('me/calendar-feed')
  @HttpCode(200)
  @Can('training.enrolment.read_own')
  renew(@Me() actor: Actor): Promise<CalendarFeedView> {
    return this.feeds.renew(actor, 'person');
  }

  @Delete('me/calendar-feed')
  @HttpCode(204)
  @Can('training.enrolment.read_own')
  stop(@Me() actor: Actor): Promise<void> {
    return this.feeds.stop(actor, 'person');
  }

  @Get('me/trainer-calendar-feed')
  @Can('training.session.read_own')
  trainerFeed(@Me() actor: Actor): Promise<CalendarFeedView> {
    return this.feeds.feed(actor, 'trainer');
  }

  @Post('me/trainer-calendar-feed')
  @HttpCode(200)
  @Can('training.session.read_own')
  renewTrainer(@Me() actor: Actor): Promise<CalendarFeedView> {
    return this.feeds.renew(actor, 'trainer');
  }

  @Delete('me/trainer-calendar-feed')
  @HttpCode(204)
  @Can('training.session.read_own')
  stopTrainer(@Me() actor: Actor): Promise<void> {
    return this.feeds.stop(actor, 'trainer');
  }

  /** `text/calendar`; 304 when nothing has changed. */
  @Get('person-calendars/:file')
  @Public()
  @RateLimited()
  @ApiExcludeEndpoint()
  async read(@Param('file') file: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    sendCalendar(reply, known, await this.calendar.read(file));
  }
}
