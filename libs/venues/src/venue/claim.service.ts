import { Actor, Audit, conflict, Database, invalid, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { VenueDetail } from './venue.dto';
import { Venue } from './venue.entity';
import { hostOrganisations, mayClaimVenue, maySeeVenue } from './venue.policy';
import { VenueQueries } from './venue.queries';
import { statusUnderNewOperator } from './venue.rules';

/** Who holds a place of the directory. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: VenueQueries,
  ) {}

  /** Granted at once to the organisation whose SIRET the place bears; an administrator decides otherwise. */
  claim(actor: Actor, id: string): Promise<VenueDetail> {
    return this.db.tx(async () => {
      const venue = await this.locked(id);
      if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
      if (venue.operatorId !== null && hostOrganisations(actor).includes(venue.operatorId))
        return this.queries.detail(actor, id);
      if (!mayClaimVenue(actor, venue))
        throw conflict('venue.already_operated', 'Ce lieu est déjà tenu par une organisation.');
      const operator = await this.db.one<{ id: string }>(
        `select id from identity.organisation where id = any($1::uuid[]) and kind = 'venue_operator' and siret = $2 and valid_to is null`,
        [hostOrganisations(actor), venue.pivot],
      );
      if (!operator)
        throw conflict(
          'venue.claim_needs_approval',
          'Le numéro SIRET de ce lieu n’est pas celui de votre organisation : un administrateur doit approuver votre demande.',
        );
      return this.give(actor, venue, operator.id);
    });
  }

  setOperator(actor: Actor, id: string, organisationId: string): Promise<VenueDetail> {
    return this.db.tx(async () => {
      const venue = await this.locked(id);
      if (!venue) throw notFound('venue');
      const operator = await this.db.one(
        `select 1 from identity.organisation where id = $1 and kind = 'venue_operator' and valid_to is null`,
        [organisationId],
      );
      if (!operator)
        throw invalid(
          '/organisationId',
          'venue.operator_unknown',
          'Choisissez une organisation qui tient des lieux.',
        );
      return this.give(actor, venue, organisationId);
    });
  }

  private async give(actor: Actor, venue: Venue, operatorId: string): Promise<VenueDetail> {
    const rooms = await this.db.one<{ n: number }>(
      'select count(*)::int as n from venues.room where venue_id = $1 and retired_at is null',
      [venue.id],
    );
    const status = statusUnderNewOperator(venue.status, { ...venue, operatorId, rooms: rooms!.n });
    await this.db.em.update(Venue, venue.id, { operatorId, status, version: venue.version + 1 });
    if (status !== venue.status) await this.outbox.publish('venues.venue_withdrawn', { venueId: venue.id });
    await this.audit.record({
      actor,
      action: 'venues.venue.operator_changed',
      subjectType: 'venue',
      subjectId: venue.id,
      detail: { from: venue.operatorId, to: operatorId },
    });
    return this.queries.detail(actor, venue.id);
  }

  private locked(id: string): Promise<Venue | null> {
    return this.db.em.findOne(Venue, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }
}
