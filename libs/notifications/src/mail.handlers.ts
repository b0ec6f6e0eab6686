import { declareJobs, OnEvent, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MessageSender } from './message/message.sender';
import { MessageStore } from './message/message.store';
import { DailyDigest } from './preference/daily-digest';

declare module '@app/platform' {
  interface Jobs {
    'mail.sweep': Record<string, never>;
    'mail.send': { messageId: string };
    'notifications.write_digests': Record<string, never>;
  }
}
declareJobs('mail.sweep', 'mail.send', 'notifications.write_digests');

@Injectable()
export class MailHandlers {
  constructor(
    private readonly sender: MessageSender,
    private readonly store: MessageStore,
    private readonly digest: DailyDigest,
  ) {}

  @OnJob('mail.sweep')
  sweep(): Promise<void> {
    return this.sender.sweep();
  }

  @OnJob('mail.send')
  send({ messageId }: { messageId: string }): Promise<void> {
    return this.sender.send(messageId);
  }

  @OnJob('notifications.write_digests')
  writeDigests(): Promise<void> {
    return this.digest.run();
  }

  /** What could not reach them goes to the new address. */
  @OnEvent('identity.email_corrected')
  emailCorrected({ personId }: { personId: string }): Promise<void> {
    return this.store.readdress(personId);
  }
}
