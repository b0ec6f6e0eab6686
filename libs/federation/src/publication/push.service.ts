import { Clock, JobQueue } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NetPublicClient, Outcome } from '../netpublic/netpublic.client';
import { OfferQueries } from '../offer/offer.queries';
import type { BuiltOffer } from '../offer/offer.rules';
import { MAX_ATTEMPTS, waitMs } from './publication.rules';
import { Claim, PublicationStore, Result } from './publication.store';
import { TargetStore } from './target.store';

const BATCH = 500;
/** A conflict tells the version to use; the portal is ours alone to write, so one more try settles it. */
const CONFLICTS = 2;

/** Brings the portal to the current state of the catalogue, one object at a time. No request runs in a transaction. */
@Injectable()
export class PushService {
  constructor(
    private readonly store: PublicationStore,
    private readonly target: TargetStore,
    private readonly offers: OfferQueries,
    private readonly portal: NetPublicClient,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Queues what is due. */
  async sweep(): Promise<void> {
    if (!this.portal.configured) return;
    const due = await this.store.takeDue(await this.target.room(BATCH));
    await Promise.all(
      due.map(({ id }) => this.jobs.add('netpublic.push', { publicationId: id }, { jobId: `push-${id}` })),
    );
  }

  async push(publicationId: string): Promise<void> {
    const claim = await this.store.claim(publicationId);
    if (!claim) return;
    const offer = await this.offers.current(claim.objectType, claim.objectId);
    if (offer && offer.hash === claim.contentHash) {
      return this.store.finish(claim, {
        ...settled(claim),
        state: 'pushed',
        contentHash: offer.hash,
        cutFields: offer.cutFields,
      });
    }
    const outcome = await this.deliver(claim, offer);
    if (outcome.kind === 'unavailable') await this.target.failed(outcome.retryAfterMs);
    else if (claim.failures > 0) await this.target.answered();
    await this.store.finish(claim, this.resultOf(claim, offer, outcome));
  }

  private async deliver(claim: Claim, offer: BuiltOffer | undefined): Promise<Outcome> {
    const reference = `${claim.objectType}-${claim.objectId}`;
    const send = (version: number | null) =>
      offer ? this.portal.put(reference, offer, version) : this.portal.withdraw(reference, version);
    let outcome = await send(claim.remoteVersion);
    for (let tries = 0; outcome.kind === 'conflict' && tries < CONFLICTS; tries++)
      outcome = await send(outcome.version);
    return outcome;
  }

  private resultOf(claim: Claim, offer: BuiltOffer | undefined, outcome: Outcome): Result {
    const now = this.clock.now();
    switch (outcome.kind) {
      case 'done':
        return {
          ...settled(claim),
          state: offer ? 'pushed' : 'withdrawn',
          contentHash: offer?.hash ?? null,
          remoteId: outcome.answer?.id ?? claim.remoteId,
          remoteVersion: outcome.answer?.version ?? null,
          cutFields: offer?.cutFields ?? [],
          pushedAt: now,
        };
      case 'rejected':
        return { ...failure(claim, offer), reason: 'rejected', lastError: outcome.error, notBefore: null };
      case 'conflict':
      case 'unavailable': {
        const asked = outcome.kind === 'unavailable' ? outcome.retryAfterMs : null;
        const wait = Math.max(waitMs(claim.attempts, Math.random()), asked ?? 0);
        return {
          ...failure(claim, offer),
          reason: claim.attempts >= MAX_ATTEMPTS ? 'exceeded' : null,
          lastError:
            outcome.kind === 'unavailable' ? outcome.error : 'Le portail refuse la version indiquée.',
          notBefore: new Date(now.getTime() + wait),
        };
      }
    }
  }
}

const settled = ({ remoteId, remoteVersion }: Claim) => ({
  remoteId,
  remoteVersion,
  reason: null,
  attempts: 0,
  notBefore: null,
  lastError: null,
  pushedAt: null,
});

/** What the portal shows after a failure is not known: no hash is kept. */
const failure = ({ remoteId, remoteVersion, attempts }: Claim, offer: BuiltOffer | undefined) => ({
  state: 'failed' as const,
  contentHash: null,
  remoteId,
  remoteVersion,
  attempts,
  cutFields: offer?.cutFields ?? [],
  pushedAt: null,
});
