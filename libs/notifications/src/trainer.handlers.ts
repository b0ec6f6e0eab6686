import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { trainerAccepted, trainerAsked, trainerDeclined } from './templates/trainer.templates';

/** What is asked of trainers, told to them; what they answered, to whoever organises the sessions. */
@Injectable()
export class TrainerHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('trainers.asked')
  async asked({ demandId }: { demandId: string }, { eventId }: EventMeta): Promise<void> {
    const asked = await this.facts.asks('k.demand_id = $1', demandId);
    if (!asked) return;
    const trainer = await this.recipients.person(asked.trainerId);
    await this.messages.write(trainer, { eventId, template: 'trainer_asked', letter: trainerAsked(asked), answers: demandId, answersKind: 'ask' });
  }

  @OnEvent('trainers.answered')
  async answered({ askIds, decision }: { askIds: string[]; decision: 'accept' | 'decline' }, { eventId }: EventMeta): Promise<void> {
    const answered = await this.facts.asks('k.id = any($1::uuid[])', askIds);
    if (!answered) return;
    const managers = await this.recipients.holders('course_manager', answered.organiserId);
    const letter = decision === 'accept' ? trainerAccepted(answered) : trainerDeclined(answered);
    await this.messages.write(managers, { eventId, template: decision === 'accept' ? 'trainer_accepted' : 'trainer_declined', letter });
  }
}
