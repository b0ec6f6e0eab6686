import { Actor, Can, Id, Idempotent, IfMatch, Me } from '@app/platform';
import { CancelBooking, MoveBooking } from '@app/venues';
import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { PlaceSession } from './session-room.dto';
import { SessionRoomService } from './session-room.service';

/** The bookings of sessions: what changes there changes the session. */
@Controller()
export class SessionRoomController {
  constructor(private readonly rooms: SessionRoomService) {}

  @Patch('session-bookings/:id')
  @HttpCode(204)
  @Can('training.session.rebook')
  move(@Me() actor: Actor, @Id('booking') id: string, @IfMatch() version: number, @Body() asked: MoveBooking): Promise<void> {
    return this.rooms.move(actor, id, version, asked);
  }

  @Post('session-bookings/:id/release')
  @HttpCode(204)
  @Can('training.session.rebook')
  release(@Me() actor: Actor, @Id('booking') id: string, @Body() asked: CancelBooking): Promise<void> {
    return this.rooms.release(actor, id, asked);
  }

  /** Told to the organiser; moves nothing. */
  @Post('session-bookings/:id/propose')
  @HttpCode(204)
  @Can('training.session.rebook')
  @Idempotent()
  propose(@Me() actor: Actor, @Id('booking') id: string, @Body() asked: MoveBooking): Promise<void> {
    return this.rooms.propose(actor, id, asked);
  }

  @Post('sessions/:id/room')
  @HttpCode(204)
  @Can('training.session.edit')
  place(@Me() actor: Actor, @Id('session') id: string, @Body() asked: PlaceSession): Promise<void> {
    return this.rooms.place(actor, id, asked);
  }
}
