import { Actor, Can, Id, Idempotent, Me, Public } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Closures, ClosureView, CreateClosure } from './closure.dto';
import { ClosureService } from './closure.service';

@Controller()
export class ClosureController {
  constructor(private readonly closures: ClosureService) {}

  @Get('venues/:id/closures')
  @Public()
  coming(@Me() actor: Actor | null, @Id('venue') venueId: string): Promise<Closures> {
    return this.closures.coming(actor, venueId);
  }

  @Post('venues/:id/closures')
  @Can('venues.venue.edit')
  @Idempotent()
  create(@Me() actor: Actor, @Id('venue') venueId: string, @Body() asked: CreateClosure): Promise<ClosureView> {
    return this.closures.create(actor, venueId, asked);
  }

  @Delete('closures/:id')
  @HttpCode(204)
  @Can('venues.venue.edit')
  remove(@Me() actor: Actor, @Id('closure') id: string): Promise<void> {
    return this.closures.remove(actor, id);
  }
}
