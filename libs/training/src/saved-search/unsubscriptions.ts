import { Database, newSecret, notFound, secretHash } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { UnsubscriptionView } from './saved-search.dto';

/** Links by which a mail stops the next ones, without signing in: each is of one person, and nobody can guess it. */
@Injectable()
export class Unsubscriptions {
  constructor(private readonly db: Database) {}

  /** A new secret for the mail that leaves; a second try draws another one. */
  async issue(digestId: string): Promise<string> {
    const token = newSecret();
    await this.db.query('update training.digest set unsubscribe_hash = $2 where id = $1', [digestId, secretHash(token)]);
    return token;
  }

  async read(token: string): Promise<UnsubscriptionView> {
    const personId = await this.personOf(token);
    const { searches } = (await this.db.one<{ searches: number }>(
      `select count(*)::int as searches from training.saved_search where person_id = $1 and rhythm <> 'never' and removed_at is null`,
      [personId],
    ))!;
    return { searches };
  }

  /** No search of this person sends news any more; they are kept. */
  async stop(token: string): Promise<UnsubscriptionView> {
    const personId = await this.personOf(token);
    await this.db.query(
      `update training.saved_search set rhythm = 'never', version = version + 1 where person_id = $1 and rhythm <> 'never'`,
      [personId],
    );
    return { searches: 0 };
  }

  private async personOf(token: string): Promise<string> {
    const digest = await this.db.one<{ personId: string }>('select person_id as "personId" from training.digest where unsubscribe_hash = $1', [secretHash(token)]);
    if (!digest) throw notFound('unsubscription');
    return digest.personId;
  }
}
