import { Actor, Can, Id, Idempotent, Me, Public } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { AcceptHosting, CharterSigners, CharterVersions, SignCharter, VenueCharter } from './charter.dto';
import { CharterQueries } from './charter.queries';
import { CharterService } from './charter.service';

@Controller()
export class CharterController {
  constructor(
    private readonly charter: CharterService,
    private readonly queries: CharterQueries,
  ) {}

  @Get('charter/versions')
  @Public()
  versions(): Promise<CharterVersions> {
    return this.queries.versions();
  }

  @Get('charter/adhesions')
  @Can('venues.charter.sign')
  signers(@Me() actor: Actor): Promise<CharterSigners> {
    return this.queries.signers(actor);
  }

  @Post('charter/adhesions')
  @Can('venues.charter.sign')
  @Idempotent()
  sign(@Me() actor: Actor, @Body() asked: SignCharter): Promise<CharterSigners> {
    return this.charter.sign(actor, asked);
  }

  @Post('charter/adhesions/:id/withdraw')
  @HttpCode(200)
  @Can('venues.charter.sign')
  withdraw(@Me() actor: Actor, @Id('charter_adhesion') id: string): Promise<CharterSigners> {
    return this.charter.withdraw(actor, id);
  }

  @Get('venues/:id/charter')
  @Public()
  ofVenue(@Me() actor: Actor | null, @Id('venue') id: string): Promise<VenueCharter> {
    return this.queries.ofVenue(actor, id);
  }

  @Put('venues/:id/hosting')
  @Can('venues.venue.edit')
  acceptHosting(@Me() actor: Actor, @Id('venue') id: string, @Body() asked: AcceptHosting): Promise<VenueCharter> {
    return this.charter.acceptHosting(actor, id, asked);
  }
}
