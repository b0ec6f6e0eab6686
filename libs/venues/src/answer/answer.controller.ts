import { IfMatch, Public, RateLimited } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AnswerLinks } from './answer-links';
import { AnswerInput, AnswerView } from './answer.dto';

/** What a mail's link opens: reading changes nothing, because mail scanners follow links. */
@Controller('booking-answers')
export class AnswerController {
  constructor(private readonly links: AnswerLinks) {}

  @Get(':token')
  @Public()
  @RateLimited()
  read(@Param('token') token: string): Promise<AnswerView> {
    return this.links.read(token);
  }

  /** The token is in the body, which is not logged. An answer is to the version that was read. */
  @Post()
  @HttpCode(200)
  @Public()
  @RateLimited()
  answer(@IfMatch() version: number, @Body() asked: AnswerInput): Promise<AnswerView> {
    return this.links.answer(asked, version);
  }
}
