import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { BookingFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { answerDue, bookingCancelled, bookingConfirmed, bookingExpired, bookingExpiredForHost, bookingMoved, bookingRefused, bookingRequested } from './templates/booking.templates';
import { moveProposed } from './templates/session.templates';

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
      answers: booking.demandId,
    });
  }

  @OnEvent('venues.booking_confirmed')
  async bookingConfirmed({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (booking) await this.tellWhenAnswered(booking);
  }

  @OnEvent('venues.booking_refused')
  async bookingRefused({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (!booking) return;
    const requester = await this.recipients.person(booking.requestedBy);
    await this.messages.write(requester, {
      eventId: booking.togetherId,
      template: 'booking_refused',
      letter: bookingRefused(booking),
    });
    await this.tellWhenAnswered(booking);
  }

  @OnEvent('venues.answer_due')
  async answerDue({ demandId }: { demandId: string }, { eventId }: EventMeta): Promise<void> {
    const booking = await this.facts.heldDemand(demandId);
    if (!booking) return;
    const hosts = await this.recipients.holders('venue_host', booking.operatorId);
    await this.messages.write(hosts, { eventId, template: 'booking_answer_due', letter: answerDue(booking), answers: demandId });
  }

  /** Nobody is told of what they did themselves. */
  @OnEvent('venues.booking_cancelled')
  async bookingCancelled({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (booking?.status !== 'cancelled') return;
    const parties = [...(await this.recipients.person(booking.requestedBy)), ...(await this.recipients.holders('venue_host', booking.operatorId))];
    const others = parties.filter(({ personId }) => personId !== booking.decidedBy);
    await this.messages.write(others, { eventId: booking.togetherId, template: 'booking_cancelled', letter: bookingCancelled(booking) });
  }

  /** The other party: the host to answer again, or who asked to note it. */
  @OnEvent('venues.booking_moved')
  async bookingMoved({ bookingId, by }: Fact & { by: string }, { eventId }: EventMeta): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (!booking) return;
    const hosts = await this.recipients.holders('venue_host', booking.operatorId);
    const requester = await this.recipients.person(booking.requestedBy);
    const awaits = booking.status === 'held';
    const told = (people: typeof hosts) => people.filter(({ personId }) => personId !== by);
    await this.messages.write(told(hosts), { eventId, template: 'booking_moved', letter: awaits ? bookingRequested(booking) : bookingMoved(booking), answers: awaits ? booking.demandId : null });
    await this.messages.write(told(requester), { eventId, template: 'booking_moved', letter: bookingMoved(booking) });
  }

  /** To whoever organises the session: they alone decide its hours. */
  @OnEvent('training.move_proposed')
  async moveProposed(fact: { bookingId: string; by: string; roomId: string; startsAt: string; endsAt: string }, { eventId }: EventMeta): Promise<void> {
    const proposal = await this.facts.proposal(fact);
    if (!proposal) return;
    const managers = await this.recipients.holders('course_manager', proposal.organiserId);
    await this.messages.write(managers, { eventId, template: 'session_move_proposed', letter: moveProposed(proposal) });
  }

  @OnEvent('venues.booking_expired')
  async bookingExpired({ bookingId }: Fact): Promise<void> {
    const booking = await this.facts.booking(bookingId);
    if (booking?.status !== 'expired') return;
    const requester = await this.recipients.person(booking.requestedBy);
    const hosts = await this.recipients.holders('venue_host', booking.operatorId);
    await this.messages.write(requester, { eventId: booking.togetherId, template: 'booking_expired', letter: bookingExpired(booking) });
    await this.messages.write(hosts, { eventId: booking.togetherId, template: 'booking_expired_for_host', letter: bookingExpiredForHost(booking) });
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
