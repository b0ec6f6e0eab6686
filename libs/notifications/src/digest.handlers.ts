import { EventMeta, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DigestQueries } from './facts/digest.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { MessageWriter } from './message/message.writer';
import { digest } from './templates/digest.templates';

/** News of the searches that people keep. */
@Injectable()
export class DigestHandlers {
  constructor(
    private readonly digests: DigestQueries,
    private readonly recipients: RecipientsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnEvent('training.digest_written')
  async written({ digestId }: { digestId: string }, { eventId }: EventMeta): Promise<void> {
    const facts = await this.digests.digest(digestId);
    if (!facts?.searches.length) return;
    await this.messages.write(await this.recipients.person(facts.personId), { eventId, template: 'search_digest', letter: digest(facts), unsubscribes: digestId });
  }
}
