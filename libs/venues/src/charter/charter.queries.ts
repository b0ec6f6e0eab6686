import { Actor, Clock, Database, notFound } from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { hostOrganisations, maySeeVenue } from '../venue/venue.policy';
import { CharterSigner, CharterSigners, CharterVersions, CharterVersionView, VenueCharter } from './charter.dto';
import { CharterVersion } from './charter.entity';
import { mustSign } from './charter.rules';

@Injectable()
export class CharterQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Every version, the latest first: those that are replaced stay readable. */
  async versions(): Promise<CharterVersions> {
    const items = await this.db.em.find(CharterVersion, { order: { validFrom: 'DESC' } });
    return { items, current: this.ofToday(items)?.code ?? null };
  }

  /** What each organisation one is a host for has signed, and whether it has to sign. */
  async signers(actor: Actor): Promise<CharterSigners> {
    const { items, current } = await this.versions();
    const rows = await this.db.query<Omit<CharterSigner, 'mustSign'>>(
      `select o.id as "organisationId", o.name as "organisationName",
              (select count(*)::int from venues.venue v join identity.organisation h on h.id = v.operator_id
                where o.id in (h.id, h.parent_id)) as places,
              coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'versionCode', a.version_code, 'signatoryName', a.signatory_name,
                  'signatoryFunction', a.signatory_function, 'signedAt', a.signed_at, 'hostsCnfptSessions', a.hosts_cnfpt_sessions,
                  'withdrawnAt', a.withdrawn_at) order by a.signed_at desc, a.id)
                from venues.charter_adhesion a where a.organisation_id = o.id), '[]') as adhesions
         from identity.organisation o where o.id = any($1) order by o.name, o.id`,
      [hostOrganisations(actor)],
    );
    const version = items.find(({ code }) => code === current);
    return { items: rows.map((row) => ({ ...row, mustSign: mustSign(version, row.adhesions) })) };
  }

  /** The label of a place today, and whether it accepts sessions of the CNFPT. */
  async ofVenue(actor: Actor | null, venueId: string): Promise<VenueCharter> {
    const venue = await this.db.em.findOneBy(Venue, { id: venueId });
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    return (await this.db.one<VenueCharter>(
      `select (select jsonb_build_object('versionCode', l.version_code, 'organisationId', l.organisation_id, 'organisationName', o.name,
                 'since', lower(l.period), 'until', upper(l.period))
                 from venues.charter_label l join identity.organisation o on o.id = l.organisation_id
                where l.venue_id = $1 and l.period @> $2::date order by l.version_code desc limit 1) as label,
              (select jsonb_build_object('conditions', h.conditions, 'acceptedAt', h.accepted_at)
                 from venues.session_hosting h where h.venue_id = $1) as hosting`,
      [venueId, dayOf(this.clock.now())],
    ))!;
  }

  private ofToday(versions: CharterVersionView[]): CharterVersionView | undefined {
    const day = dayOf(this.clock.now());
    return versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  }
}
