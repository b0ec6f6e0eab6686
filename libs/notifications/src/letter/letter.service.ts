import { Actor, Audit, Clock, Database, nameNoun, notFound } from '@app/platform';
import { Emails } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { drawLetters } from './letter.pdf';
import { LetterQueries } from './letter.queries';

nameNoun('letter', 'Ce courrier');

/** Messages on paper: printed and handed over by those who answer for people without an address, or whose address does not work. */
@Injectable()
export class LetterService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: LetterQueries,
    private readonly emails: Emails,
  ) {}

  /** One document for them all, each on its own page. */
  async pdf(actor: Actor, ids: string[]): Promise<Buffer> {
    const letters = await this.queries.batch(actor, ids);
    if (letters.length < ids.length) throw notFound('letter');
    await this.record(actor, 'letter.read', ids);
    return drawLetters(letters, this.clock.now());
  }

  /** Those that are marked already stay as they are. */
  markPrinted(actor: Actor, ids: string[]): Promise<void> {
    return this.change(actor, 'letter.printed', ids, () =>
      this.db.query(
        `update notifications.message set print_since = coalesce(print_since, $2), printed_at = $2, printed_by = $3 where id = any($1) and printed_at is null`,
        [ids, this.clock.now(), actor.personId],
      ),
    );
  }

  /** Back to be printed, or among what could not be delivered. */
  markUnprinted(actor: Actor, ids: string[]): Promise<void> {
    return this.change(actor, 'letter.unprinted', ids, () =>
      this.db.query(
        `update notifications.message set printed_at = null, printed_by = null, print_since = case when error is null then print_since end where id = any($1) and printed_at is not null`,
        [ids],
      ),
    );
  }

  /** Only while something does not reach them: an address that works is its owner's to change. */
  readdress(actor: Actor, personId: string, email: string): Promise<void> {
    return this.db.tx(async () => {
      if (!(await this.queries.awaits(actor, personId))) throw notFound('person');
      await this.emails.correct(actor, personId, email);
    });
  }

  private change(actor: Actor, action: string, ids: string[], write: () => Promise<unknown>): Promise<void> {
    return this.db.tx(async () => {
      if ((await this.queries.batch(actor, ids, 'for update of m')).length < ids.length) throw notFound('letter');
      await write();
      await this.record(actor, action, ids);
    });
  }

  private record = (actor: Actor, action: string, ids: string[]): Promise<void> =>
    this.audit.record({ actor, action, subjectType: 'letter', subjectId: ids[0]!, detail: { ids } });
}
