import { Actor, Can, Id, Idempotent, IfMatch, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { AvailabilityAsk, RoomAvailability } from './availability.dto';
import { AvailabilityService } from './availability.service';
import { AnswerService } from './answer.service';
import { AnswerBookings, BookingPage, BookingPlan, BookingSearch, BookingView, BookRoom, CancelBooking, MoveBooking, MyBookingSearch, RefuseBooking } from './booking.dto';
import { BookingQueries } from './booking.queries';
import { ChangeService } from './change.service';
import { DirectBookingService } from './direct-booking.service';

@Controller()
export class BookingController {
  constructor(
    private readonly answers: AnswerService,
    private readonly direct: DirectBookingService,
    private readonly availability: AvailabilityService,
    private readonly changes: ChangeService,
    private readonly queries: BookingQueries,
  ) {}

  @Get('bookings')
  @Can('venues.booking.read')
  search(@Me() actor: Actor, @Query() query: BookingSearch): Promise<BookingPage> {
    return this.queries.search(actor, query);
  }

  @Get('bookings/mine')
  @Can('venues.booking.read_own')
  mine(@Me() actor: Actor, @Query() query: MyBookingSearch): Promise<BookingPage> {
    return this.queries.mine(actor, query);
  }

  /** Whether a room is free, who holds it, and what is left of its equipment. */
  @Get('rooms/:id/availability')
  @Can('venues.booking.create')
  available(@Me() actor: Actor, @Id('room') roomId: string, @Query() asked: AvailabilityAsk): Promise<RoomAvailability> {
    return this.availability.of(actor, roomId, asked);
  }

  /** Which dates would be booked, and which left out and why. Changes nothing. */
  @Post('rooms/:id/bookings/preview')
  @HttpCode(200)
  @Can('venues.booking.create')
  preview(@Me() actor: Actor, @Id('room') roomId: string, @Body() asked: BookRoom): Promise<BookingPlan> {
    return this.direct.preview(actor, roomId, asked);
  }

  @Post('rooms/:id/bookings')
  @Can('venues.booking.create')
  @Idempotent()
  book(@Me() actor: Actor, @Id('room') roomId: string, @Body() asked: BookRoom): Promise<BookingPlan> {
    return this.direct.book(actor, roomId, asked);
  }

  @Patch('bookings/:id')
  @Can('venues.booking.create')
  move(@Me() actor: Actor, @Id('booking') id: string, @IfMatch() version: number, @Body() asked: MoveBooking): Promise<BookingView> {
    return this.changes.move(actor, id, version, asked);
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @Can('venues.booking.create')
  cancel(@Me() actor: Actor, @Id('booking') id: string, @Body() asked: CancelBooking): Promise<BookingView> {
    return this.changes.cancel(actor, id, asked);
  }

  /** What was asked for together: each is answered as it was read, all of them or none. */
  @Post('bookings/answers')
  @HttpCode(204)
  @Can('venues.booking.answer')
  answer(@Me() actor: Actor, @Body() asked: AnswerBookings): Promise<void> {
    return this.answers.answerTogether(actor, asked);
  }

  @Post('bookings/:id/confirm')
  @HttpCode(200)
  @Can('venues.booking.answer')
  confirm(@Me() actor: Actor, @Id('booking') id: string, @IfMatch() version: number): Promise<BookingView> {
    return this.answers.confirm(actor, id, version);
  }

  @Post('bookings/:id/refuse')
  @HttpCode(200)
  @Can('venues.booking.answer')
  refuse(@Me() actor: Actor, @Id('booking') id: string, @IfMatch() version: number, @Body() { reason }: RefuseBooking): Promise<BookingView> {
    return this.answers.refuse(actor, id, version, reason);
  }
}
