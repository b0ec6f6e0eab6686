import { Clock } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { NetPublicClient } from '../netpublic/netpublic.client';
import { ReconciliationStore } from './reconciliation.store';

/** What one reading of the whole portal found, and queued again. */
interface Drift {
  forgotten: number;
  different: number;
  missing: number;
}

/** Once a day, trusts neither the events nor its own rows: reads the portal whole. */
@Injectable()
export class ReconciliationService {
  private readonly logger = new Logger('Federation');

  constructor(
    private readonly portal: NetPublicClient,
    private readonly store: ReconciliationStore,
    private readonly clock: Clock,
  ) {}

  async reconcile(): Promise<void> {
    if (!this.portal.configured) return;
    const began = this.clock.now();
    const forgotten = await this.store.queueForgotten();
    const read: string[] = [];
    let different = 0;
    let cursor: string | null = null;
    do {
      const page = await this.portal.list(cursor);
      if (!page) return this.logger.warn('réconciliation interrompue : le portail ne répond pas');
      different += await this.store.queueDifferent(page.items);
      read.push(...page.items.map(({ reference }) => reference));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const drift: Drift = { forgotten, different, missing: await this.store.queueMissing(read, began) };
    this.logger.log(`réconciliation : ${JSON.stringify({ read: read.length, ...drift })}`);
  }
}
