import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Recipient } from '../facts/facts';
import { rhythmOf } from '../preference/preference.rules';
import { PreferenceStore, type Settings } from '../preference/preference.store';
import { leavesAt } from '../preference/quiet.rules';
import { Letter, typeset } from '../templates/letter';
import { isPrinted, kindOf, type Template } from './message.kinds';
import type { AnswerKind } from './message.rules';

interface Writing {
  eventId: string;
  template: Template;
  letter: Letter;
  /** The session it is about. */
  sessionId?: string | null;
  /** It leaves at night too. */
  isUrgent?: boolean;
  /** What the mail's links answer without signing in: a demand, for a room or of a trainer, or a session below its minimum. */
  answers?: string | null;
  answersKind?: AnswerKind;
  /** The digest that its mail lets one stop. */
  unsubscribes?: string | null;
}

/** Writes messages in the handler's transaction; one fact says one thing once to one person, in the way they prefer. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly preferences: PreferenceStore,
  ) {}

  async write(recipients: Recipient[], writing: Writing): Promise<void> {
    if (!recipients.length) return;
    const { eventId, template, letter, sessionId = null, answers = null, answersKind = 'demand', unsubscribes = null } = writing;
    const { subject, paragraphs, link } = letter;
    const settings = await this.preferences.of(recipients.map(({ personId }) => personId), kindOf(template));
    const told = recipients.map((one) => ({ ...one, ...this.way(one, writing, settings.get(one.personId)) }));
    await this.db.query(
      `insert into notifications.message
         (event_id, person_id, template, to_address, subject, body, link_label, link_path, created_at, not_before, for_digest, print_since,
          answers, answers_kind, unsubscribes, calendar, session_id)
       select $1, "personId", $2, email, $3, $4, $5, $6, $7::timestamptz, "notBefore", coalesce("forDigest", false),
              case when "onPaper" and exists (select from identity.agent_profile a where a.person_id = "personId") then $7::timestamptz end,
              $9, $10, $11, calendar, $12
         from jsonb_to_recordset($8) as recipient ("personId" uuid, email text, calendar jsonb, "notBefore" timestamptz, "forDigest" boolean, "onPaper" boolean)
       on conflict do nothing`,
      [
        eventId,
        template,
        typeset(subject),
        typeset(paragraphs.join('\n\n')),
        link?.label ?? null,
        link?.path ?? null,
        this.clock.now(),
        JSON.stringify(told),
        answers,
        answersKind,
        unsubscribes,
        sessionId,
      ],
    );
  }

  private way({ email, calendar }: Recipient, { template, isUrgent }: Writing, settings: Settings | undefined): { notBefore?: Date; forDigest?: boolean; onPaper?: boolean } {
    const now = this.clock.now();
    if (email === null) return { onPaper: isPrinted(template) };
    if (!settings) return { notBefore: now };
    const rhythm = rhythmOf({ kind: kindOf(template), writesCalendar: calendar !== undefined, rhythm: settings.rhythm });
    if (rhythm !== 'at_once') return { forDigest: rhythm === 'daily' };
    return { notBefore: isUrgent ? now : leavesAt(now, settings.quiet, settings.timeZone) };
  }
}
