import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SessionChangeFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import type { Letter } from './templates/letter';
import { minimumDue, noLongerTrainer, sessionCancelled, sessionCancelledForTeam, sessionDated, sessionMoved, sessionPostponed, sessionPostponedForTeam, sessionWithoutRoom, trainerChanged, trainerReplacedForTeam } from './templates/session.templates';

type Change = { sessionId: string; changeId: string };

/**
 * What changes in a session, told once to each person whom it concerns. Trainers asked again read it in what asks them, hosts in
 * what becomes of their bookings, and whoever made the change knows it.
 */
@Injectable()
export class SessionChangeHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('training.session_moved')
  async moved({ sessionId, changeId }: Change, { eventId }: EventMeta): Promise<void> {
    const change = await this.facts.sessionChange(changeId);
    if (!change) return;
    const letter = change.what === 'released' ? sessionWithoutRoom(change) : sessionMoved(change);
    await this.messages.write(await this.recipients.concernedBy(sessionId), { eventId, template: 'session_moved', letter });
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

  private async tell(changeId: string, { eventId }: EventMeta, template: string, letters: Record<'agent' | 'trainer' | 'manager', (change: SessionChangeFacts) => Letter>): Promise<void> {
    const change = await this.facts.sessionChange(changeId);
    if (!change) return;
    const concerned = await this.recipients.ofChange(changeId);
    for (const as of ['agent', 'trainer', 'manager'] as const)
      await this.messages.write(concerned.filter((one) => one.as === as), { eventId, template, letter: letters[as](change) });
  }
}
