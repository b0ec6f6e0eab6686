import { Actor, Audit, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { PublicationView } from './publication.dto';
import { publicationActions } from './publication.rules';
import { PublicationQueries } from './publication.queries';
import { PublicationStore } from './publication.store';

@Injectable()
export class PublicationService {
  constructor(
    private readonly db: Database,
    private readonly store: PublicationStore,
    private readonly queries: PublicationQueries,
    private readonly audit: Audit,
  ) {}

  /** A person has dealt with the cause, or wants no wait: the publication is tried at the next sweep. */
  retry(actor: Actor, id: string): Promise<PublicationView> {
    return this.db.tx(async () => {
      const before = await this.queries.find(id);
      if (!before) throw notFound('publication');
      publicationActions.next(before.state, 'retry');
      await this.store.requeue(id);
      await this.audit.record({
        actor,
        action: 'federation.publication.retry',
        subjectType: 'publication',
        subjectId: id,
        detail: { reason: before.reason, lastError: before.lastError },
      });
      return (await this.queries.find(id)) ?? before;
    });
  }
}
