import { Clock, EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SessionChangeFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { Invitations } from './invitation/invitations';
import type { Template } from './message/message.kinds';
import { MessageWriter } from './message/message.writer';
import { isClose } from './preference/quiet.rules';
import type { Letter } from './templates/letter';
import { minimumDue, noLongerTrainer, sessionCancelled, sessionCancelledForTeam, sessionDated, sessionDatesConfirmed, sessionMoved, sessionPostponed, sessionPostponedForTeam, sessionWithoutRoom, trainerChanged, trainerReplacedForTeam } from './templates/session.templates';

type Change = { sessionId: string; changeId: string };

/**
 * What changes in a session, told once to each person whom it concerns. Trainers asked again read it in what asks them, hosts in
 * what becomes of their bookings, and whoever made the change knows it.
 */
@Injectable()
export class SessionChangeHandlers {
  constructor(
    private readonly clock: Clock,
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly invitations: Invitations,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('training.session_moved')
  async moved({ sessionId, changeId }: Change, { eventId }: EventMeta): Promise<void> {
    const change = await this.facts.sessionChange(changeId);
    if (!change) return;
    const letter = change.what === 'released' ? sessionWithoutRoom(change) : sessionMoved(change);
    const concerned = await this.invitations.ofSession(sessionId, await this.recipients.concernedBy(sessionId));
    await this.messages.write(concerned, { eventId, template: 'session_moved', letter, sessionId, isUrgent: this.isUrgent(change) });
  }

  /** A session put off is open again: its dates are certain, and its seats are known. */
  @OnEvent('training.session_opened')
  async opened({ sessionId }: { sessionId: string }, { eventId }: EventMeta): Promise<void> {
    const session = await this.facts.session(sessionId);
    if (!session) return;
    const seated = await this.invitations.ofSession(sessionId, await this.recipients.seatedOfPutOff(sessionId));
    await this.messages.write(seated, { eventId, template: 'session_dates_confirmed', letter: sessionDatesConfirmed(session), sessionId });
  }

  @OnEvent('training.session_postponed')
  postponed({ changeId }: Change, meta: EventMeta): Promise<void> {
    return this.tell(changeId, meta, 'session_postponed', { agent: sessionPostponed, trainer: noLongerTrainer, manager: sessionPostponedForTeam });
  }

  @OnEvent('training.session_dated')
  dated({ changeId }: Change, meta: EventMeta): Promise<void> {
    return this.tell(changeId, meta, 'session_dated', { agent: sessionDated, trainer: noLongerTrainer, manager: sessionDated });
  }

  @OnEvent('training.session_cancelled')
  cancelled({ changeId }: Change, meta: EventMeta): Promise<void> {
    return this.tell(changeId, meta, 'session_cancelled', { agent: sessionCancelled, trainer: sessionCancelledForTeam, manager: sessionCancelledForTeam });
  }

  @OnEvent('training.trainer_replaced')
  replaced({ changeId }: Change, meta: EventMeta): Promise<void> {
    return this.tell(changeId, meta, 'trainer_replaced', { agent: trainerChanged, trainer: noLongerTrainer, manager: trainerReplacedForTeam });
  }

  @OnEvent('training.minimum_due')
  async minimumDue({ sessionId }: { sessionId: string }, { eventId }: EventMeta): Promise<void> {
    const session = await this.facts.minimum(sessionId);
    if (!session || session.status !== 'open' || session.seatsTaken >= session.minSeats) return;
    const managers = await this.recipients.holders('course_manager', session.organiserId);
    await this.messages.write(managers, { eventId, template: 'minimum_due', letter: minimumDue(session), answers: sessionId, answersKind: 'minimum' });
  }

  private async tell(changeId: string, { eventId }: EventMeta, template: Template, letters: Record<'agent' | 'trainer' | 'manager', (change: SessionChangeFacts) => Letter>): Promise<void> {
    const change = await this.facts.sessionChange(changeId);
    if (!change) return;
    const concerned = await this.recipients.ofChange(changeId);
    const isUrgent = this.isUrgent(change);
    for (const as of ['agent', 'trainer', 'manager'] as const) {
      const people = concerned.filter((one) => one.as === as);
      await this.messages.write(as === 'agent' && template !== 'trainer_replaced' ? await this.invitations.ofSession(change.sessionId, people) : people, { eventId, template, letter: letters[as](change), sessionId: change.sessionId, isUrgent });
    }
  }

  /** Whoever was to come so soon, or is now, cannot wait for the morning. */
  private isUrgent = ({ beforeStartsAt, startsAt }: SessionChangeFacts): boolean => [beforeStartsAt, startsAt].some((at) => isClose(at, this.clock.now()));
}
