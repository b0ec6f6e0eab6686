import { Actor, Can, Id, IfMatch, Me, Public, RateLimited } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AskAnswerInput, AskAnswerView, DeclineAsk } from './ask.dto';
import { AskLinks } from './ask-links';
import { AskService } from './ask.service';

@Controller()
export class AskController {
  constructor(
    private readonly asks: AskService,
    private readonly links: AskLinks,
  ) {}

  @Post('asks/:id/accept')
  @HttpCode(204)
  @Can('trainers.ask.answer')
  accept(@Me() actor: Actor, @Id('ask') id: string, @IfMatch() version: number): Promise<void> {
    return this.asks.answer(actor, id, version, 'accept', null);
  }

  @Post('asks/:id/decline')
  @HttpCode(204)
  @Can('trainers.ask.answer')
  decline(@Me() actor: Actor, @Id('ask') id: string, @IfMatch() version: number, @Body() { reason }: DeclineAsk): Promise<void> {
    return this.asks.answer(actor, id, version, 'decline', reason);
  }

  /** What a mail's link opens: reading changes nothing, because mail scanners follow links. */
  @Get('ask-answers/:token')
  @Public()
  @RateLimited()
  read(@Param('token') token: string): Promise<AskAnswerView> {
    return this.links.read(token);
  }

  /** The token is in the body, which is not logged. An answer is to the version that was read. */
  @Post('ask-answers')
  @HttpCode(200)
  @Public()
  @RateLimited()
  answer(@IfMatch() version: number, @Body() asked: AskAnswerInput): Promise<AskAnswerView> {
    return this.links.answer(asked, version);
  }
}
