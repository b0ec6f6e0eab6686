import { createHash } from 'node:crypto';
import { Clock, Database, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';

const MINUTE = 60_000;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 60;

const key = (kind: 'account' | 'address', value: string) =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`;

/**
 * Failed sign-ins per minute, counted in PostgreSQL so that every API process shares the count. An attempt is counted
 * before the password is looked at, then given back when it was right: a whole town hall behind one address can sign
 * in at nine o'clock. An unknown account is counted like any other.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt, or refuses it. Answers what to do when the password was right. */
  async take(email: string, address: string): Promise<() => Promise<void>> {
    const now = this.clock.now().getTime();
    const minute = new Date(now - (now % MINUTE));
    const limits = new Map([
      [key('account', email), PER_ACCOUNT],
      [key('address', address), PER_ADDRESS],
    ]);
    const keys = [...limits.keys()].sort();
    const counts = await this.db.query<{ key: string; attempts: number }>(
      `insert into identity.sign_in_throttle as t (key, minute, attempts) select key, $2, 1 from unnest($1::text[]) as key
       on conflict (key) do update set minute = excluded.minute,
         attempts = case when t.minute = excluded.minute then t.attempts + 1 else 1 end
       returning key, attempts`,
      [keys, minute],
    );
    if (counts.some((count) => count.attempts > limits.get(count.key)!)) {
      throw new Problem(
        429,
        'auth.too_many_attempts',
        'Trop de tentatives de connexion. Réessayez dans une minute.',
        {
          headers: { 'retry-after': String(Math.ceil((minute.getTime() + MINUTE - now) / 1000)) },
        },
      );
    }
    return () => this.giveBack(keys, minute);
  }

  async purge(): Promise<void> {
    await this.db.query('delete from identity.sign_in_throttle where minute < $1', [
      new Date(this.clock.now().getTime() - MINUTE),
    ]);
  }

  private async giveBack(keys: string[], minute: Date): Promise<void> {
    await this.db.query(
      `update identity.sign_in_throttle set attempts = attempts - 1
        where minute = $2 and attempts > 0 and key in (select key from identity.sign_in_throttle where key = any($1) order by key for update)`,
      [keys, minute],
    );
  }
}
