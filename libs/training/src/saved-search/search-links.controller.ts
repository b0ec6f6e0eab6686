import { Config, Public, RateLimited, sendCalendar } from '@app/platform';
import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnsubscriptionView } from './saved-search.dto';
import { SearchCalendar } from './search-calendar';
import { Unsubscriptions } from './unsubscriptions';

/** What the secret links of a saved search open, without signing in. */
@Controller()
export class SearchLinksController {
  constructor(
    private readonly calendar: SearchCalendar,
    private readonly unsubscriptions: Unsubscriptions,
    private readonly config: Config,
  ) {}

  /** `text/calendar`; 304 when nothing has changed. */
  @Get('search-calendars/:file')
  @Public()
  @RateLimited()
  @ApiExcludeEndpoint()
  async read(@Param('file') file: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    sendCalendar(reply, known, await this.calendar.read(file));
  }

  @Get('unsubscriptions/:token')
  @Public()
  @RateLimited()
  unsubscription(@Param('token') token: string): Promise<UnsubscriptionView> {
    return this.unsubscriptions.read(token);
  }

  /** The address in the header of the mail: following it changes nothing, because mail scanners do, and shows the page that asks. */
  @Get('unsubscriptions/:token/one-click')
  @Public()
  @RateLimited()
  @ApiExcludeEndpoint()
  ask(@Param('token') token: string, @Res() reply: FastifyReply): void {
    void reply.redirect(`${this.config.PUBLIC_URL}/desabonnement/${encodeURIComponent(token)}`, 302);
  }

  /** RFC 8058: one press in the mail program. */
  @Post('unsubscriptions/:token/one-click')
  @HttpCode(200)
  @Public()
  @RateLimited()
  stop(@Param('token') token: string): Promise<UnsubscriptionView> {
    return this.unsubscriptions.stop(token);
  }
}
