import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Recipient } from '../facts/facts';
import type { AnswerKind } from './message.rules';
import { Letter, typeset } from '../templates/letter';

interface Writing {
  eventId: string;
  template: string;
  letter: Letter;
  /** What the mail's links answer without signing in: a demand, for a room or of a trainer, or a session below its minimum. */
  answers?: string | null;
  /** The digest that its mail lets one stop. */
  unsubscribes?: string | null;
  answersKind?: AnswerKind;
}

/** Writes messages in the handler's transaction; one fact says one thing once to one person. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async write(recipients: Recipient[], { eventId, template, letter, answers = null, answersKind = 'demand', unsubscribes = null }: Writing): Promise<void> {
    const { subject, paragraphs, link } = letter;
    await this.db.query(
      `insert into notifications.message
         (event_id, person_id, template, to_address, subject, body, link_label, link_path, created_at, not_before, answers, answers_kind, unsubscribes)
       select $1, "personId", $2, email, $3, $4, $5, $6, $7, $7, $9, $10, $11
         from jsonb_to_recordset($8) as recipient ("personId" uuid, email text)
       on conflict do nothing`,
      [
        eventId,
        template,
        typeset(subject),
        typeset(paragraphs.join('\n\n')),
        link?.label ?? null,
        link?.path ?? null,
        this.clock.now(),
        JSON.stringify(recipients),
        answers,
        answersKind,
        unsubscribes,
      ],
    );
  }
}
