import { Actor, Audit, Clock, conflict, Database, invalid, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { VenueDetail } from './venue.dto';
import { Venue } from './venue.entity';
import { VenueQueries } from './venue.queries';
import { statusUnderNewOperator } from './venue.rules';

/** Who holds a place of the directory. */
@Injectable()
export class OperatorService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: VenueQueries,
  ) {}

  setOperator(actor: Actor, id: string, organisationId: string): Promise<VenueDetail> {
    return this.db.tx(async () => {
      if (!(await this.locked(id))) throw notFound('venue');
      const operator = await this.db.one(
        `select 1 from identity.organisation where id = $1 and kind = 'venue_operator' and valid_to is null`,
        [organisationId],
      );
      if (!operator)
        throw invalid('/organisationId', 'venue.operator_unknown', 'Choisissez une organisation qui tient des lieux.');
      await this.give(actor, id, organisationId);
      return this.queries.detail(actor, id);
    });
  }

  /** In the caller's transaction, which holds the place. What others had asked for it lapses. */
  async give(actor: Actor | null, id: string, operatorId: string): Promise<void> {
    const venue = await this.db.em.findOneByOrFail(Venue, { id });
    if (venue.mergedInto !== null)
      throw conflict('venue.merged', 'Ce lieu a été réuni à un autre\u202f: c’est l’autre qui se confie à une organisation.');
    const rooms = await this.db.one<{ n: number }>('select count(*)::int as n from venues.room where venue_id = $1 and retired_at is null', [id]);
    const status = statusUnderNewOperator(venue.status, { ...venue, operatorId, rooms: rooms!.n });
    await this.db.em.update(Venue, id, { operatorId, status, version: venue.version + 1 });
    if (status !== venue.status) await this.outbox.publish('venues.venue_withdrawn', { venueId: id });
    const lapsed = await this.lapseClaims(id);
    await this.outbox.publish('venues.claim_lapsed', ...lapsed);
    await this.audit.record({
      actor,
      action: 'venues.venue.operator_changed',
      subjectType: 'venue',
      subjectId: id,
      detail: { from: venue.operatorId, to: operatorId, lapsed: lapsed.map(({ claimId }) => claimId) },
    });
  }

  /** What others had asked for the place has no object any more; who publishes it tells them. */
  lapseClaims(venueId: string): Promise<{ claimId: string }[]> {
    return this.db.query<{ claimId: string }>(
      `update venues.claim set status = 'lapsed', decided_at = $2 where venue_id = $1 and status = 'asked' returning id as "claimId"`,
      [venueId, this.clock.now()],
    );
  }

  locked(id: string): Promise<Venue | null> {
    return this.db.em.findOne(Venue, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }
}
