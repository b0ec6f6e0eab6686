import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EnrolmentFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { Invitations } from './invitation/invitations';
import type { Template } from './message/message.kinds';
import { MessageWriter } from './message/message.writer';
import { attestationToAgent, attestationToEmployer } from './templates/attestation.templates';
import {
  enrolmentAdmitted,
  enrolmentConvoked,
  enrolmentDeclined,
  enrolmentDue,
  enrolmentLapsed,
  enrolmentMoved,
  enrolmentNotSelected,
  enrolmentOffered,
  enrolmentRefused,
  enrolmentSubmitted,
  enrolmentTransmitted,
  enrolmentWaiting,
  enrolmentWithdrawn,
} from './templates/enrolment.templates';
import type { Letter } from './templates/letter';

type Fact = { enrolmentId: string };

/** Requests and attestations, told to agents and to their employers. */
@Injectable()
export class EnrolmentHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly invitations: Invitations,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('training.enrolment_submitted')
  enrolmentSubmitted({ enrolmentId }: Fact, { eventId }: EventMeta): Promise<void> {
    return this.tellAwaited(enrolmentId, eventId, 'enrolment_submitted', enrolmentSubmitted);
  }

  @OnEvent('training.enrolment_due')
  enrolmentDue({ enrolmentId }: Fact, { eventId }: EventMeta): Promise<void> {
    return this.tellAwaited(enrolmentId, eventId, 'enrolment_due', enrolmentDue);
  }

  @OnEvent('training.enrolment_moved')
  enrolmentMoved(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_moved', enrolmentMoved);
  }

  @OnEvent('training.enrolment_transmitted')
  enrolmentTransmitted(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_transmitted', enrolmentTransmitted);
  }

  @OnEvent('training.enrolment_not_selected')
  enrolmentNotSelected(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_not_selected', enrolmentNotSelected);
  }

  /** Only as long as the offer is open: its letter would otherwise promise what went to someone else. */
  @OnEvent('training.enrolment_offered')
  async enrolmentOffered({ enrolmentId }: Fact, { eventId }: EventMeta): Promise<void> {
    const enrolment = await this.facts.enrolment(enrolmentId);
    if (!enrolment?.offerUntil) return;
    const agent = await this.recipients.person(enrolment.agentId);
    await this.messages.write(agent, { eventId, template: 'enrolment_offered', letter: enrolmentOffered(enrolment), sessionId: enrolment.sessionId, answers: enrolmentId, answersKind: 'offer' });
  }

  @OnEvent('training.enrolment_accepted')
  enrolmentAccepted(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_admitted', enrolmentAdmitted);
  }

  @OnEvent('training.enrolment_declined')
  enrolmentDeclined(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_declined', enrolmentDeclined);
  }

  @OnEvent('training.enrolment_lapsed')
  enrolmentLapsed(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_lapsed', enrolmentLapsed);
  }

  @OnEvent('training.enrolment_convoked')
  enrolmentConvoked(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_convoked', enrolmentConvoked);
  }

  @OnEvent('training.enrolment_refused')
  enrolmentRefused(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_refused', enrolmentRefused);
  }

  @OnEvent('training.enrolment_admitted')
  enrolmentAdmitted(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_admitted', enrolmentAdmitted);
  }

  @OnEvent('training.enrolment_waiting')
  enrolmentWaiting(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_waiting', enrolmentWaiting);
  }

  @OnEvent('training.enrolment_withdrawn')
  enrolmentWithdrawn(fact: Fact, meta: EventMeta): Promise<void> {
    return this.tellAgent(fact, meta, 'enrolment_withdrawn', enrolmentWithdrawn);
  }

  @OnEvent('training.attestation_issued')
  async attestationIssued(
    { attestationId }: { attestationId: string },
    { eventId }: EventMeta,
  ): Promise<void> {
    const attestation = await this.facts.attestation(attestationId);
    if (!attestation) return;
    const agent = await this.recipients.person(attestation.agentId);
    const officers = await this.recipients.holders('training_officer', attestation.employerId);
    await this.messages.write(agent, {
      eventId,
      template: 'attestation_issued',
      letter: attestationToAgent(attestation),
      sessionId: attestation.sessionId,
    });
    await this.messages.write(officers, {
      eventId,
      template: 'attestation_issued_to_employer',
      letter: attestationToEmployer(attestation),
    });
  }

  /** Whose turn it is, as long as it is somebody's. */
  private async tellAwaited(enrolmentId: string, eventId: string, template: Template, write: (enrolment: EnrolmentFacts) => Letter): Promise<void> {
    const enrolment = await this.facts.enrolment(enrolmentId);
    if (!enrolment?.step) return;
    const asksOpinion = enrolment.step === 'opinion';
    const awaited = asksOpinion ? await this.recipients.opinionOf(enrolment.agentId) : await this.recipients.deciders(enrolment.employerId);
    await this.messages.write(awaited, { eventId, template: asksOpinion ? 'opinion_asked' : template, letter: write(enrolment) });
  }

  /** The agent, and their calendar: what it has to be told follows from where the request stands. */
  private async tellAgent(
    { enrolmentId }: Fact,
    { eventId }: EventMeta,
    template: Template,
    write: (enrolment: EnrolmentFacts) => Letter,
  ): Promise<void> {
    const enrolment = await this.facts.enrolment(enrolmentId);
    if (!enrolment) return;
    const agent = await this.invitations.ofEnrolment(enrolment, await this.recipients.person(enrolment.agentId));
    await this.messages.write(agent, { eventId, template, letter: write(enrolment), sessionId: enrolment.sessionId });
  }
}
