import { Actor, Can, Id, Me, Public, RateLimited } from '@app/platform';
import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CalendarFeedView } from './calendar.dto';
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
    const { text, etag } = await this.calendars.read(file);
    const headers = { etag, 'cache-control': 'private, max-age=300', 'content-type': 'text/calendar; charset=utf-8' };
    void (known === etag ? reply.status(304).headers(headers).send() : reply.headers(headers).send(text));
  }
}
