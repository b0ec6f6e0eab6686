import { IfMatch, Public, RateLimited } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { MinimumLinks } from './minimum-links';
import { MinimumAnswerInput, MinimumAnswerView } from './minimum.dto';

@Controller('minimum-answers')
export class MinimumAnswerController {
  constructor(private readonly links: MinimumLinks) {}

  /** What the letter's links open: reading changes nothing, because mail scanners follow links. */
  @Get(':token')
  @Public()
  @RateLimited()
  read(@Param('token') token: string): Promise<MinimumAnswerView> {
    return this.links.read(token);
  }

  /** The token is in the body, which is not logged. A decision is about the version that was read. */
  @Post()
  @HttpCode(200)
  @Public()
  @RateLimited()
  decide(@IfMatch() version: number, @Body() asked: MinimumAnswerInput): Promise<MinimumAnswerView> {
    return this.links.decide(asked, version);
  }
}
