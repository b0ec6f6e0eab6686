import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BREAKER_THRESHOLD, pauseMs } from './publication.rules';
import { NETPUBLIC } from './publication.store';

/** The circuit breaker, shared by every worker because it is a row. */
@Injectable()
export class TargetStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** How many publications may be tried now: none during a pause, one to see whether the portal is back, else `most`. */
  async room(most: number): Promise<number> {
    const target = await this.db.one<{ failures: number; paused: boolean }>(
      `select failures, coalesce(paused_until > $2, false) as paused from federation.target where name = $1`,
      [NETPUBLIC, this.clock.now()],
    );
    if (!target || target.paused) return 0;
    return target.failures >= BREAKER_THRESHOLD ? 1 : most;
  }

  async answered(): Promise<void> {
    await this.db.query(
      'update federation.target set failures = 0, paused_until = null where name = $1 and failures > 0',
      [NETPUBLIC],
    );
  }

  /** Failures that come during a pause are of the same outage: they do not lengthen it, unless the portal asks. */
  failed(retryAfterMs: number | null): Promise<void> {
    return this.db.tx(async () => {
      const now = this.clock.now();
      const target = await this.db.one<{ failures: number }>(
        `update federation.target set failures = failures + 1
          where name = $1 and (paused_until is null or paused_until <= $2) returning failures`,
        [NETPUBLIC, now],
      );
      const pause = pauseMs(target?.failures ?? 0, retryAfterMs, Math.random());
      if (pause === 0) return;
      await this.db.query(
        'update federation.target set paused_until = greatest(paused_until, $2) where name = $1',
        [NETPUBLIC, new Date(now.getTime() + pause)],
      );
    });
  }
}
