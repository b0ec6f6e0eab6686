import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { nameNoun, notFound, Problem } from '../problems/problem';
import { newSecret, secretHash } from '../values/secret';

/** Kept so long after it opens nothing any more: the reader is told that it lapsed, not that it never was. */
const KEPT_DAYS = 60;

export interface LinkTo<About extends object = object> {
  purpose: string;
  subjectId: string;
  recipientId: string;
  about: About;
}

/** Links of letters that act for one person without signing in. Whether that person still may is for who opens the link to say. */
@Injectable()
export class SignedLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A new token; only its hash is kept. */
  async issue({ purpose, subjectId, recipientId, about, until }: LinkTo & { until: Date }): Promise<string> {
    const token = newSecret();
    await this.db.query(
      `insert into platform.signed_link (token_hash, purpose, subject_id, about, recipient_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [secretHash(token), purpose, subjectId, about, recipientId, this.clock.now(), until],
    );
    return token;
  }

  /** 404 for what was never sent, 410 once it lapsed. */
  async open<About extends object>(purpose: string, token: string): Promise<LinkTo<About>> {
    const link = await this.db.one<LinkTo<About> & { expiresAt: Date }>(
      `select purpose, subject_id as "subjectId", recipient_id as "recipientId", about, expires_at as "expiresAt"
         from platform.signed_link where token_hash = $1 and purpose = $2`,
      [secretHash(token), purpose],
    );
    if (!link) throw notFound('answer_link');
    if (link.expiresAt <= this.clock.now()) throw new Problem(410, 'answer.expired', 'Ce lien n’est plus valable. Connectez-vous pour voir ce qu’il est devenu.');
    return link;
  }

  async forget(): Promise<void> {
    await this.db.query(`delete from platform.signed_link where expires_at <= $1::timestamptz - interval '${KEPT_DAYS} days'`, [this.clock.now()]);
  }
}

nameNoun('answer_link', 'Ce lien');
