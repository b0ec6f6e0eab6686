import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ClaimFacts, Recipient } from './facts/facts';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import type { Template } from './message/message.kinds';
import { MessageWriter } from './message/message.writer';
import * as letters from './templates/claim.templates';

type Fact = { claimId: string };

const atThePlace = ({ sentTo }: ClaimFacts): Recipient[] => (sentTo ? [{ personId: null, email: sentTo }] : []);

/** Claims on places, told to the place itself, to who asked, and to administrators. */
@Injectable()
export class ClaimHandlers {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('venues.claim_asked')
  async asked({ claimId }: Fact, { eventId }: EventMeta): Promise<void> {
    const claim = (await this.facts.claim(claimId))!;
    await this.messages.write(atThePlace(claim), { eventId, template: 'claim_to_place', letter: letters.claimToPlace(claim) });
    await this.toClaimant(claim, eventId, 'claim_asked', letters.claimToClaimant(claim));
    await this.messages.write(await this.recipients.administrators(), {
      eventId,
      template: 'claim_to_decide',
      letter: letters.claimToAdministrator(claim),
    });
  }

  @OnEvent('venues.claim_granted')
  async granted({ claimId }: Fact, { eventId }: EventMeta): Promise<void> {
    const claim = (await this.facts.claim(claimId))!;
    await this.toClaimant(claim, eventId, 'claim_granted', letters.claimGranted(claim));
    await this.messages.write(atThePlace(claim), { eventId, template: 'claim_granted_to_place', letter: letters.claimGrantedToPlace(claim) });
  }

  @OnEvent('venues.claim_refused')
  async refused({ claimId }: Fact, { eventId }: EventMeta): Promise<void> {
    const claim = (await this.facts.claim(claimId))!;
    await this.toClaimant(claim, eventId, 'claim_refused', letters.claimRefused(claim));
  }

  @OnEvent('venues.claim_lapsed')
  async lapsed({ claimId }: Fact, { eventId }: EventMeta): Promise<void> {
    const claim = (await this.facts.claim(claimId))!;
    await this.toClaimant(claim, eventId, 'claim_lapsed', letters.claimLapsed(claim));
  }

  private async toClaimant(claim: ClaimFacts, eventId: string, template: Template, letter: ReturnType<typeof letters.claimGranted>): Promise<void> {
    await this.messages.write(await this.recipients.person(claim.personId), { eventId, template, letter });
  }
}
