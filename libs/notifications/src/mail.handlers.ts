import { declareJobs, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MessageSender } from './message/message.sender';

declare module '@app/platform' {
  interface Jobs {
    'mail.sweep': Record<string, never>;
    'mail.send': { messageId: string };
  }
}
declareJobs('mail.sweep', 'mail.send');

@Injectable()
export class MailHandlers {
  constructor(private readonly sender: MessageSender) {}

  @OnJob('mail.sweep')
  sweep(): Promise<void> {
    return this.sender.sweep();
  }

  @OnJob('mail.send')
  send({ messageId }: { messageId: string }): Promise<void> {
    return this.sender.send(messageId);
  }
}
