import { Actor, Can, Id, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AnswerService } from './answer.service';
import { BookingPage, BookingSearch, BookingView, RefuseBooking } from './booking.dto';
import { BookingQueries } from './booking.queries';

@Controller('bookings')
export class BookingController {
  constructor(
    private readonly answers: AnswerService,
    private readonly queries: BookingQueries,
  ) {}

  @Get()
  @Can('venues.booking.read')
  search(@Me() actor: Actor, @Query() query: BookingSearch): Promise<BookingPage> {
    return this.queries.search(actor, query);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Can('venues.booking.answer')
  confirm(@Me() actor: Actor, @Id('booking') id: string): Promise<BookingView> {
    return this.answers.confirm(actor, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Can('venues.booking.answer')
  refuse(
    @Me() actor: Actor,
    @Id('booking') id: string,
    @Body() { reason }: RefuseBooking,
  ): Promise<BookingView> {
    return this.answers.refuse(actor, id, reason);
  }
}
