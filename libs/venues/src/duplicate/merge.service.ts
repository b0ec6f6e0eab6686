import { Actor, Audit, Clock, conflict, Database, ifMatch, invalid, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { OperatorService } from '../venue/operator.service';
import { Venue } from '../venue/venue.entity';
import { DuplicateDetail, MergePlaces } from './duplicate.dto';
import { Duplicate } from './duplicate.entity';
import { DuplicateQueries } from './duplicate.queries';
import { type DuplicateStatus, duplicateLife } from './duplicate.rules';
import { Merge } from './merge.entity';
import { MergeMoves } from './merge-moves';
import { changesOf, checkMergeable, heldBy, restored } from './merge.rules';

/** What a person decides of two places that look alike. */
@Injectable()
export class MergeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly moves: MergeMoves,
    private readonly operators: OperatorService,
    private readonly queries: DuplicateQueries,
  ) {}

  dismiss(actor: Actor, id: string): Promise<DuplicateDetail> {
    return this.decide(actor, id, 'dismiss', () => Promise.resolve({}));
  }

  reopen(actor: Actor, id: string): Promise<DuplicateDetail> {
    return this.decide(actor, id, 'reopen', () => Promise.resolve({}));
  }

  /** The kept place takes what was chosen, and all that belongs to the other; the other is hidden and leads to it. */
  merge(actor: Actor, id: string, { keep, take, keptVersion, otherVersion }: MergePlaces): Promise<DuplicateDetail> {
    return this.decide(actor, id, 'merge', async ({ firstId, secondId }) => {
      if (keep !== firstId && keep !== secondId)
        throw invalid('/keep', 'duplicate.keep', 'Gardez l’un des deux lieux comparés.');
      const [kept, merged] = await this.locked(keep, keep === firstId ? secondId : firstId);
      ifMatch(keptVersion, kept.version);
      ifMatch(otherVersion, merged.version);
      checkMergeable(kept, merged);
      const changes = changesOf(kept, merged, take);
      const moved = await this.moves.move(merged.id, kept.id, merged.name);
      const lapsed = await this.lapseClaims(kept, merged);
      const heldAdded = heldBy(take).filter((column) => !kept.heldFields.includes(column));
      await this.db.em.update(Venue, kept.id, {
        ...Object.fromEntries(changes.map(({ column, after }) => [column, after])),
        heldFields: [...kept.heldFields, ...heldAdded],
        version: kept.version + 1,
      });
      await this.db.em.update(Venue, merged.id, { status: 'withdrawn', mergedInto: kept.id, version: merged.version + 1 });
      await this.db.em.insert(Merge, {
        duplicateId: id, keptId: kept.id, mergedId: merged.id, mergedStatus: merged.status, changes, heldAdded, moved,
        mergedBy: actor.personId, mergedAt: this.clock.now(),
      });
      if (merged.status === 'published') await this.outbox.publish('venues.venue_withdrawn', { venueId: merged.id });
      await this.outbox.publish('venues.venues_merged', { keptId: kept.id, mergedId: merged.id });
      return { keptId: kept.id, mergedId: merged.id, take, lapsed };
    });
  }

  /** Gives each place back what it had; what was changed since the merge stays as it is now. */
  undo(actor: Actor, id: string): Promise<DuplicateDetail> {
    return this.decide(actor, id, 'undo', async () => {
      const merge = await this.db.em.findOne(Merge, { where: { duplicateId: id, undoneAt: IsNull() } });
      if (!merge) throw notFound('duplicate');
      const [kept, merged] = await this.locked(merge.keptId, merge.mergedId);
      if (kept.mergedInto !== null)
        throw conflict('duplicate.kept_merged_since', 'Le lieu gardé a été réuni depuis à un autre. Défaites d’abord cette autre réunion.');
      const heldFields = kept.heldFields.filter((column) => !merge.heldAdded.includes(column));
      await this.db.em.update(Venue, kept.id, { ...restored(kept, merge.changes), heldFields, version: kept.version + 1 });
      await this.db.em.update(Venue, merged.id, { status: merge.mergedStatus, mergedInto: null, version: merged.version + 1 });
      await this.moves.back(merged.id, kept.id, merge.moved);
      await this.db.em.update(Merge, merge.id, { undoneBy: actor.personId, undoneAt: this.clock.now() });
      if (merge.mergedStatus === 'published') await this.outbox.publish('venues.venue_published', { venueId: merged.id });
      await this.outbox.publish('venues.venues_parted', { keptId: kept.id, mergedId: merged.id });
      return { keptId: kept.id, mergedId: merged.id };
    });
  }

  /** The pair is locked first, then its places in the order of their ids: two deciders never wait for one another. */
  private decide(
    actor: Actor,
    id: string,
    action: Parameters<typeof duplicateLife.next>[1],
    act: (duplicate: Duplicate) => Promise<Record<string, unknown>>,
  ): Promise<DuplicateDetail> {
    return this.db.tx(async () => {
      const duplicate = await this.db.em.findOne(Duplicate, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!duplicate) throw notFound('duplicate');
      const status: DuplicateStatus = duplicateLife.next(duplicate.status, action);
      const detail = await act(duplicate);
      const open = status === 'proposed';
      await this.db.em.update(Duplicate, id, {
        status,
        decidedAt: open ? null : this.clock.now(),
        decidedBy: open ? null : actor.personId,
      });
      await this.audit.record({ actor, action: `venues.duplicate.${action}`, subjectType: 'duplicate', subjectId: id, detail });
      return this.queries.detail(id);
    });
  }

  /** A place that somebody holds is not asked for: who asked is told. What an organisation had asked of both places goes on as one. */
  private async lapseClaims(kept: Venue, merged: Venue): Promise<string[]> {
    const twice = await this.operators.lapseClaims(merged.id);
    const needless = kept.operatorId === null ? [] : await this.operators.lapseClaims(kept.id);
    await this.outbox.publish('venues.claim_lapsed', ...needless);
    return [...twice, ...needless].map(({ claimId }) => claimId);
  }

  private async locked(keptId: string, mergedId: string): Promise<[Venue, Venue]> {
    const both = await this.db.em.find(Venue, {
      where: { id: In([keptId, mergedId]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const byId = (id: string) => both.find((venue) => venue.id === id)!;
    return [byId(keptId), byId(mergedId)];
  }
}
