import { Actor, Can, Id, Me, Public, RateLimited } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AnswerClaim, AskClaim, ClaimPage, ClaimQuestion, ClaimSearch, ClaimView, RefuseClaim } from './claim.dto';
import { ClaimQueries } from './claim.queries';
import { ClaimService } from './claim.service';

@Controller()
export class ClaimController {
  constructor(
    private readonly claims: ClaimService,
    private readonly queries: ClaimQueries,
  ) {}

  @Post('venues/:id/claim')
  @HttpCode(200)
  @Can('venues.venue.claim')
  ask(@Me() actor: Actor, @Id('venue') id: string, @Body() asked: AskClaim): Promise<ClaimView> {
    return this.claims.ask(actor, id, asked);
  }

  @Get('claims/mine')
  @Can('venues.venue.claim')
  mine(@Me() actor: Actor, @Query() search: ClaimSearch): Promise<ClaimPage> {
    return this.queries.mine(actor, search);
  }

  @Get('claims')
  @Can('venues.venue.administer')
  all(@Query() search: ClaimSearch): Promise<ClaimPage> {
    return this.queries.all(search);
  }

  @Post('claims/:id/approve')
  @HttpCode(200)
  @Can('venues.venue.administer')
  approve(@Me() actor: Actor, @Id('claim') id: string): Promise<ClaimView> {
    return this.claims.approve(actor, id);
  }

  @Post('claims/:id/refuse')
  @HttpCode(200)
  @Can('venues.venue.administer')
  refuse(@Me() actor: Actor, @Id('claim') id: string, @Body() { reason }: RefuseClaim): Promise<ClaimView> {
    return this.claims.refuse(actor, id, reason);
  }

  /** Reading the question answers nothing: mail programs follow links by themselves. */
  @Get('claim-links/:token')
  @Public()
  @RateLimited()
  question(@Param('token') token: string): Promise<ClaimQuestion> {
    return this.queries.question(token);
  }

  @Post('claim-links/:token')
  @HttpCode(200)
  @Public()
  @RateLimited()
  answer(@Param('token') token: string, @Body() { answer }: AnswerClaim): Promise<ClaimQuestion> {
    return this.claims.answer(token, answer);
  }
}
