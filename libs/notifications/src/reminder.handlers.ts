import { declareJobs, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FactsQueries } from './facts/facts.queries';
import { MessageWriter } from './message/message.writer';
import { ReminderQueries } from './reminder/reminder.queries';
import { REMINDERS } from './reminder/reminder.rules';
import { sessionReminder } from './templates/session.templates';

declare module '@app/platform' {
  interface Jobs {
    'notifications.remind': Record<string, never>;
  }
}
declareJobs('notifications.remind');

/** Reminds those who have a seat, some days before the session. */
@Injectable()
export class ReminderHandlers {
  constructor(
    private readonly reminders: ReminderQueries,
    private readonly facts: FactsQueries,
    private readonly messages: MessageWriter,
  ) {}

  @OnJob('notifications.remind')
  async remind(): Promise<void> {
    for (const reminder of REMINDERS)
      for (const { sessionId, eventId, people } of await this.reminders.due(reminder)) {
        const session = await this.facts.datedSession(sessionId);
        if (session) await this.messages.write(people, { eventId, template: reminder.template, letter: sessionReminder(session), sessionId });
      }
  }
}
