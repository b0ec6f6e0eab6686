import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { bookingConfirmed, bookingRefused, bookingRequested } from './templates/booking.templates';

type Fact = { bookingId: string };

/** Bookings of rooms, told to hosts and to those who asked. */
@Injectable()
export class BookingHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('venues.booking_requested')
  async bookingRequested({ bookingId }: Fact, { eventId }: EventMeta): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (!booking) return;
    const hosts = await this.recipients.holders('venue_host', booking.operatorId);
    await this.messages.write(hosts, {
      eventId,
      template: 'booking_requested',
      letter: bookingRequested(booking),
    });
  }

  @OnEvent('venues.booking_confirmed')
  async bookingConfirmed({ bookingId }: Fact, { eventId }: EventMeta): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (!booking) return;
    const requester = await this.recipients.person(booking.requestedBy);
    await this.messages.write(requester, {
      eventId,
      template: 'booking_confirmed',
      letter: bookingConfirmed(booking),
    });
  }

  @OnEvent('venues.booking_refused')
  async bookingRefused({ bookingId }: Fact, { eventId }: EventMeta): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (!booking) return;
    const requester = await this.recipients.person(booking.requestedBy);
    await this.messages.write(requester, {
      eventId,
      template: 'booking_refused',
      letter: bookingRefused(booking),
    });
  }
}
