import { Config, JobQueue, Mailer } from '@app/platform';
import { AskLinks } from '@app/trainers';
import { MinimumLinks, OfferLinks, Unsubscriptions } from '@app/training';
import { AnswerLinks } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { drawEntry } from '../invitation/calendar-entry';
import { calendarNote } from '../templates/calendar-note';
import { asHtml, asText } from '../templates/letter';
import { MINIMUM_CHOICES } from '../templates/minimum-choices';
import { nextTryMs } from './message.rules';
import { Claim, MessageStore } from './message.store';

const BATCH = 500;
const LONGEST_ERROR = 300;

/**
 * Sends each message once. When a process dies between the sending and its record, the message goes again with the
 * same Message-ID, by which mail servers know it for the same.
 */
@Injectable()
export class MessageSender {
  constructor(
    private readonly store: MessageStore,
    private readonly mailer: Mailer,
    private readonly jobs: JobQueue,
    private readonly config: Config,
    private readonly demands: AnswerLinks,
    private readonly asks: AskLinks,
    private readonly minimums: MinimumLinks,
    private readonly offers: OfferLinks,
    private readonly unsubscriptions: Unsubscriptions,
  ) {}

  /** Queues what is due. */
  async sweep(): Promise<void> {
    const due = await this.store.takeDue(BATCH);
    await Promise.all(
      due.map(({ id }) => this.jobs.add('mail.send', { messageId: id }, { jobId: `mail-${id}` })),
    );
  }

  async send(messageId: string): Promise<void> {
    const claim = await this.store.claim(messageId);
    if (!claim) return;
    const { id, toAddress, subject, body, displayName, unsubscribes } = claim;
    const calendar = claim.calendar && drawEntry(claim.calendar, { organizer: this.config.MAIL_FROM, attendee: { name: displayName ?? toAddress, email: toAddress } });
    const links = (await this.linksOf(claim)).map(({ label, path }) => ({ label, url: `${this.config.PUBLIC_URL}${path}` }));
    const stop = unsubscribes && (await this.unsubscriptions.issue(unsubscribes));
    const letter = { subject, body: [body, ...calendarNote(calendar)].join('\n\n'), displayName, links, stopUrl: stop ? `${this.config.PUBLIC_URL}/desabonnement/${stop}` : null };
    try {
      await this.mailer.send({
        to: toAddress,
        subject,
        text: asText(letter),
        html: asHtml(letter),
        messageId: id,
        calendar: calendar ?? undefined,
        oneClickStop: stop ? `${this.config.PUBLIC_URL}/api/v1/unsubscriptions/${stop}/one-click` : undefined,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.store.failed(
        claim,
        reason.slice(0, LONGEST_ERROR),
        nextTryMs(claim.attempts, error, Math.random()),
      );
    }
    await this.store.sent(claim);
  }

  /** A secret link is drawn when the mail leaves: it is kept nowhere else. A second try draws another one. */
  private async linksOf({ answers, answersKind, personId, linkLabel, linkPath }: Claim): Promise<{ label: string; path: string }[]> {
    const [links, page] = { ask: [this.asks, 'reponse-formateur'], demand: [this.demands, 'reponse'], minimum: [this.minimums, 'reponse-session'], offer: [this.offers, 'reponse-place'] }[answersKind] as [
      Pick<AskLinks, 'issue'>, string,
    ];
    const token = answers && personId && (await links.issue(answers, personId));
    if (token && answersKind === 'minimum') return MINIMUM_CHOICES.map(({ label, choice }) => ({ label, path: `/${page}/${token}?choix=${choice}` }));
    const path = token ? `/${page}/${token}` : linkPath;
    return linkLabel && path ? [{ label: linkLabel, path }] : [];
  }
}
