import { Actor, Audit, Clock, conflict, Database, invalid, notFound } from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { hostOrganisations, mayManageVenue } from '../venue/venue.policy';
import { AcceptHosting, CharterSigners, SignCharter, VenueCharter } from './charter.dto';
import { CharterAdhesion, CharterVersion, SessionHosting } from './charter.entity';
import { CharterQueries } from './charter.queries';
import { checkSignable, noLabel } from './charter.rules';

@Injectable()
export class CharterService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: CharterQueries,
  ) {}

  /** Signs for every place the organisation holds, and will hold. */
  sign(actor: Actor, asked: SignCharter): Promise<CharterSigners> {
    if (!hostOrganisations(actor).includes(asked.organisationId))
      throw invalid('/organisationId', 'charter.not_yours', 'Cette organisation n’est pas la vôtre.');
    return this.db.tx(async () => {
      const version = await this.db.em.findOneBy(CharterVersion, { code: asked.versionCode });
      if (!version) throw invalid('/versionCode', 'charter.unknown', 'Cette version de la charte n’existe pas.');
      checkSignable(version, dayOf(this.clock.now()));
      const added = await this.db.em.insert(CharterAdhesion, {
        ...asked,
        signedBy: actor.personId,
        signedAt: this.clock.now(),
      });
      const { id } = added.identifiers[0] as { id: string };
      await this.record(actor, 'signed', id, { version: version.code, organisationId: asked.organisationId });
      return this.queries.signers(actor);
    });
  }

  /** The label leaves every place from now on; the signature stays readable. */
  withdraw(actor: Actor, id: string): Promise<CharterSigners> {
    return this.db.tx(async () => {
      const adhesion = await this.db.em.findOne(CharterAdhesion, {
        where: { id },
        lock: { mode: 'for_no_key_update' },
      });
      if (!adhesion || !hostOrganisations(actor).includes(adhesion.organisationId)) throw notFound('charter_adhesion');
      if (adhesion.withdrawnAt) throw conflict('charter.already_withdrawn', 'Cette signature est déjà retirée.');
      await this.db.em.update(CharterAdhesion, id, {
        withdrawnAt: this.clock.now(),
        withdrawnBy: actor.personId,
      });
      await this.record(actor, 'withdrawn', id, { organisationId: adhesion.organisationId });
      return this.queries.signers(actor);
    });
  }

  /** The manager of a place accepts the clause for it, on their conditions, or no longer does. */
  acceptHosting(actor: Actor, venueId: string, { accepted, conditions }: AcceptHosting): Promise<VenueCharter> {
    return this.db.tx(async () => {
      const venue = await this.db.em.findOne(Venue, { where: { id: venueId }, lock: { mode: 'for_no_key_update' } });
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
      if (accepted && !(await this.queries.ofVenue(actor, venueId)).label) throw noLabel();
      if (accepted)
        await this.db.em.upsert(
          SessionHosting,
          { venueId, conditions: conditions || null, acceptedBy: actor.personId, acceptedAt: this.clock.now() },
          ['venueId'],
        );
      else await this.db.em.delete(SessionHosting, { venueId });
      await this.audit.record({
        actor,
        action: accepted ? 'venues.hosting.accepted' : 'venues.hosting.ended',
        subjectType: 'venue',
        subjectId: venueId,
      });
      return this.queries.ofVenue(actor, venueId);
    });
  }

  private record(actor: Actor, action: string, id: string, detail: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actor,
      action: `venues.charter.${action}`,
      subjectType: 'charter_adhesion',
      subjectId: id,
      detail,
    });
  }
}
