import { Actor, CalendarFeedView, Can, Id, Me, Public, RateLimited, sendCalendar } from '@app/platform';
import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CalendarService } from './calendar.service';

@Controller()
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @Get('venues/:id/calendar-feed')
  @Can('venues.booking.read')
  feed(@Me() actor: Actor, @Id('venue') venueId: string): Promise<CalendarFeedView> {
    return this.calendars.feed(actor, venueId);
  }

  @Post('venues/:id/calendar-feed')
  @HttpCode(200)
  @Can('venues.booking.read')
  renew(@Me() actor: Actor, @Id('venue') venueId: string): Promise<CalendarFeedView> {
    return this.calendars.renew(actor, venueId);
  }

  @Delete('venues/:id/calendar-feed')
  @HttpCode(204)
  @Can('venues.booking.read')
  stop(@Me() actor: Actor, @Id('venue') venueId: string): Promise<void> {
    return this.calendars.stop(actor, venueId);
  }

  /** `text/calendar`; 304 when nothing has changed. */
  @Get('calendars/:file')
  @Public()
  @RateLimited()
  @ApiExcludeEndpoint()
  async read(@Param('file') file: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    sendCalendar(reply, known, await this.calendars.read(file));
  }
}
