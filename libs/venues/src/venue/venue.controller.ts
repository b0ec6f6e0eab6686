import { Actor, Can, Id, Idempotent, IfMatch, Me, Public } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { OperatorService } from './operator.service';
import { ChangeOperator, CreateVenue, EditVenue, ManagedSearch } from './venue-input.dto';
import { ManagedVenues, VenueDetail, VenuePublication } from './venue.dto';
import { VenueQueries } from './venue.queries';
import { VenueService } from './venue.service';

@Controller('venues')
export class VenueController {
  constructor(
    private readonly venues: VenueService,
    private readonly operators: OperatorService,
    private readonly queries: VenueQueries,
  ) {}

  @Get('mine')
  @Can('venues.venue.read_own')
  mine(@Me() actor: Actor, @Query() search: ManagedSearch): Promise<ManagedVenues> {
    return this.queries.mine(actor, search);
  }

  @Get(':idOrSlug')
  @Public()
  read(@Me() actor: Actor | null, @Param('idOrSlug') idOrSlug: string): Promise<VenueDetail> {
    return this.queries.detail(actor, idOrSlug);
  }

  @Post()
  @Can('venues.venue.create')
  @Idempotent()
  create(@Me() actor: Actor, @Body() asked: CreateVenue): Promise<VenueDetail> {
    return this.venues.create(actor, asked);
  }

  @Patch(':id')
  @Can('venues.venue.edit')
  edit(
    @Me() actor: Actor,
    @Id('venue') id: string,
    @IfMatch() version: number,
    @Body() change: EditVenue,
  ): Promise<VenueDetail> {
    return this.venues.edit(actor, id, version, change);
  }

  @Get(':id/publication')
  @Can('venues.venue.publish')
  publication(@Me() actor: Actor, @Id('venue') id: string): Promise<VenuePublication> {
    return this.venues.publication(actor, id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Can('venues.venue.publish')
  publish(@Me() actor: Actor, @Id('venue') id: string): Promise<VenueDetail> {
    return this.venues.publish(actor, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Can('venues.venue.publish')
  withdraw(@Me() actor: Actor, @Id('venue') id: string): Promise<VenueDetail> {
    return this.venues.withdraw(actor, id);
  }

  /** Says that a place its producer no longer lists is there all the same. */
  @Post(':id/keep')
  @HttpCode(200)
  @Can('venues.venue.edit')
  keep(@Me() actor: Actor, @Id('venue') id: string): Promise<VenueDetail> {
    return this.venues.keep(actor, id);
  }

  @Put(':id/operator')
  @Can('venues.venue.administer')
  setOperator(
    @Me() actor: Actor,
    @Id('venue') id: string,
    @Body() { organisationId }: ChangeOperator,
  ): Promise<VenueDetail> {
    return this.operators.setOperator(actor, id, organisationId);
  }
}
