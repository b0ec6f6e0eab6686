import { Actor, Can, Id, Idempotent, IfMatch, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { CreateRoom, EditRoom, RoomPage, RoomSearch, RoomView } from './room.dto';
import { RoomQueries } from './room.queries';
import { RoomService } from './room.service';

@Controller()
export class RoomController {
  constructor(
    private readonly rooms: RoomService,
    private readonly queries: RoomQueries,
  ) {}

  @Get('rooms')
  @Can('training.room.search')
  search(@Query() query: RoomSearch): Promise<RoomPage> {
    return this.queries.search(query);
  }

  @Post('venues/:id/rooms')
  @Can('venues.room.edit')
  @Idempotent()
  create(@Me() actor: Actor, @Id('venue') venueId: string, @Body() asked: CreateRoom): Promise<RoomView> {
    return this.rooms.create(actor, venueId, asked);
  }

  @Patch('rooms/:id')
  @Can('venues.room.edit')
  edit(
    @Me() actor: Actor,
    @Id('room') id: string,
    @IfMatch() version: number,
    @Body() change: EditRoom,
  ): Promise<RoomView> {
    return this.rooms.edit(actor, id, version, change);
  }

  @Post('rooms/:id/retire')
  @HttpCode(200)
  @Can('venues.room.edit')
  retire(@Me() actor: Actor, @Id('room') id: string): Promise<RoomView> {
    return this.rooms.retire(actor, id);
  }

  @Post('rooms/:id/restore')
  @HttpCode(200)
  @Can('venues.room.edit')
  restore(@Me() actor: Actor, @Id('room') id: string): Promise<RoomView> {
    return this.rooms.restore(actor, id);
  }
}
