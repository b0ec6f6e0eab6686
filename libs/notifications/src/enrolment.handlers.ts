import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EnrolmentFacts } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { attestationToAgent, attestationToEmployer } from './templates/attestation.templates';
import {
  enrolmentAdmitted,
  enrolmentRefused,
  enrolmentSubmitted,
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
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('training.enrolment_submitted')
  async enrolmentSubmitted({ enrolmentId }: Fact, { eventId }: EventMeta): Promise<void> {
    const enrolment = await this.facts.enrolment(enrolmentId);
    if (!enrolment) return;
    const officers = await this.recipients.holders('training_officer', enrolment.employerId);
    await this.messages.write(officers, {
      eventId,
      template: 'enrolment_submitted',
      letter: enrolmentSubmitted(enrolment),
    });
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
    });
    await this.messages.write(officers, {
      eventId,
      template: 'attestation_issued_to_employer',
      letter: attestationToEmployer(attestation),
    });
  }

  private async tellAgent(
    { enrolmentId }: Fact,
    { eventId }: EventMeta,
    template: string,
    write: (enrolment: EnrolmentFacts) => Letter,
  ): Promise<void> {
    const enrolment = await this.facts.enrolment(enrolmentId);
    if (!enrolment) return;
    const agent = await this.recipients.person(enrolment.agentId);
    await this.messages.write(agent, { eventId, template, letter: write(enrolment) });
  }
}
