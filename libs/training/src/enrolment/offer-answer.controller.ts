import { IfMatch, Public, RateLimited } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { OfferAnswerInput, OfferAnswerView } from './offer.dto';
import { OfferLinks } from './offer-links';

@Controller('offer-answers')
export class OfferAnswerController {
  constructor(private readonly links: OfferLinks) {}

  /** What the letter's link opens: reading changes nothing, because mail scanners follow links. */
  @Get(':token')
  @Public()
  @RateLimited()
  read(@Param('token') token: string): Promise<OfferAnswerView> {
    return this.links.read(token);
  }

  /** The token is in the body, which is not logged. An answer is about the version that was read. */
  @Post()
  @HttpCode(200)
  @Public()
  @RateLimited()
  answer(@IfMatch() version: number, @Body() asked: OfferAnswerInput): Promise<OfferAnswerView> {
    return this.links.answer(asked, version);
  }
}
