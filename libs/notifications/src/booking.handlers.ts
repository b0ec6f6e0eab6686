import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { BookingFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { bookingConfirmed, bookingRefused, bookingRequested } from './templates/booking.templates';

type Fact = { bookingId: string };

/**
 * Bookings of rooms, told to hosts and to those who asked. The half-days of a session are booked together: they make
 * one message, named after the demand and not after each fact.
 */
@Injectable()
export class BookingHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('venues.booking_requested')
  async bookingRequested({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (booking?.status !== 'held') return;
    const hosts = await this.recipients.holders('venue_host', booking.operatorId);
    await this.messages.write(hosts, {
      eventId: booking.demandId,
      template: 'booking_requested',
      letter: bookingRequested(booking),
    });
  }

  @OnEvent('venues.booking_confirmed')
  async bookingConfirmed({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (booking) await this.tellWhenAnswered(booking);
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
    await this.tellWhenAnswered(booking);
  }

  private async tellWhenAnswered(booking: BookingFacts): Promise<void> {
    const has = (status: string) => booking.demand.some((slot) => slot.status === status);
    if (has('held') || !has('confirmed')) return;
    const requester = await this.recipients.person(booking.requestedBy);
    await this.messages.write(requester, {
      eventId: booking.demandId,
      template: 'booking_confirmed',
      letter: bookingConfirmed(booking),
    });
  }
}
