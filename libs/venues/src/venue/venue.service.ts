import {
  Actor,
  Audit,
  Clock,
  conflict,
  Database,
  ifMatch,
  invalid,
  notFound,
  Outbox,
  Problem,
} from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { locationOf } from './location.rules';
import { type OpeningColumns, openingColumns, type OpeningWeek, osmOf, weekFault } from '../opening/opening.rules';
import { searchTextOf, slugBase } from './text.rules';
import { CreateVenue, EditVenue } from './venue-input.dto';
import { VenueDetail, VenuePublication } from './venue.dto';
import { OWN_SOURCE, Venue } from './venue.entity';
import { hostOrganisations, isAdministrator, mayManageVenue } from './venue.policy';
import { VenueQueries } from './venue.queries';
import { isUnsettled, Missing, missingForPublication, venueLife } from './venue.rules';

@Injectable()
export class VenueService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: VenueQueries,
  ) {}

  create(actor: Actor, { operatorId: asked, opening, ...fields }: CreateVenue): Promise<VenueDetail> {
    const operatorId = operatorOf(actor, asked);
    return this.db.tx(async () => {
      const id = (await this.db.one<{ id: string }>('select uuidv7() as id'))!.id;
      const told = await this.complete({ ...noPlace, ...hoursTold(opening), ...cleared(fields) });
      const base = slugBase(told.name, told.communeName);
      const taken = await this.db.one('select 1 from venues.venue where slug = $1', [base]);
      await this.db.em.insert(Venue, {
        ...told,
        id,
        source: OWN_SOURCE,
        sourceId: id,
        slug: taken ? `${base}-${id.slice(-8)}` : base,
        operatorId,
      });
      await this.record(actor, 'created', id);
      return this.queries.detail(actor, id);
    });
  }

  edit(actor: Actor, id: string, version: number, { opening, ...change }: EditVenue): Promise<VenueDetail> {
    return this.change(actor, id, 'edited', async (venue) => {
      ifMatch(version, venue.version);
      const told = await this.complete({ ...venue, ...renamedCommune(change), ...hoursTold(opening), ...cleared(change) }, venue.communeCode);
      if (venue.status === 'published') await this.checkComplete({ ...venue, ...told });
      return told;
    });
  }

  publish(actor: Actor, id: string): Promise<VenueDetail> {
    return this.change(actor, id, 'published', async (venue) => {
      const status = venueLife.next(venue.status, 'publish');
      await this.checkComplete(venue);
      await this.outbox.publish('venues.venue_published', { venueId: id });
      return { status };
    });
  }

  /** What the place still needs to be in view; each says which field. */
  async publication(actor: Actor, id: string): Promise<VenuePublication> {
    const venue = await this.db.em.findOneBy(Venue, { id });
    if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
    return { missing: await this.missing(venue) };
  }

  withdraw(actor: Actor, id: string): Promise<VenueDetail> {
    return this.change(actor, id, 'withdrawn', async (venue) => {
      const status = venueLife.next(venue.status, 'withdraw');
      const live = await this.db.one<{ n: number }>(
        `select count(*)::int as n from venues.booking where venue_id = $1 and status in ('held', 'confirmed') and upper(period) > $2`,
        [id, this.clock.now()],
      );
      if (live!.n > 0)
        throw conflict(
          'venue.has_bookings',
          `Ce lieu a encore ${live!.n} réservation${live!.n > 1 ? 's' : ''} à venir. Il pourra être retiré quand elles seront annulées.`,
        );
      await this.outbox.publish('venues.venue_withdrawn', { venueId: id });
      return { status };
    });
  }

  keep(actor: Actor, id: string): Promise<VenueDetail> {
    return this.change(actor, id, 'kept', (venue) => {
      if (!isUnsettled(venue)) throw conflict('venue.not_gone', 'Ce lieu n’est pas signalé absent de la liste de son producteur.');
      return { keptOn: dayOf(this.clock.now()) };
    });
  }

  private change(
    actor: Actor,
    id: string,
    action: string,
    decide: (venue: Venue) => Partial<Venue> | Promise<Partial<Venue>>,
  ): Promise<VenueDetail> {
    return this.db.tx(async () => {
      const venue = await this.db.em.findOne(Venue, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
      await this.db.em.update(Venue, id, { ...(await decide(venue)), version: venue.version + 1 });
      await this.record(actor, action, id);
      return this.queries.detail(actor, id);
    });
  }

  /** Derives what follows from the address, and refuses half a position. A commune already kept stays: an import's may have merged since. */
  private async complete<T extends Place>(place: T, kept: string | null = null): Promise<T & Derived> {
    if ((place.latitude === null) !== (place.longitude === null))
      throw invalid(
        place.latitude === null ? '/latitude' : '/longitude',
        'venue.coordinates',
        'La latitude et la longitude vont ensemble.',
      );
    const commune = place.communeCode
      ? await this.db.one<{ name: string }>('select name from identity.commune where code = $1', [
          place.communeCode,
        ])
      : undefined;
    if (place.communeCode !== kept && place.communeCode && !commune)
      throw invalid('/communeCode', 'venue.commune_unknown', 'Cette commune n’existe pas.');
    const communeName = place.communeName ?? commune?.name ?? null;
    const location = locationOf(place.communeCode, place.postalCode);
    const updatedOn = DateTime.fromJSDate(this.clock.now(), { zone: location.timeZone }).toISODate()!;
    return {
      ...place,
      ...location,
      communeName,
      updatedOn,
      searchText: searchTextOf(place.name, communeName),
    };
  }

  private async missing(venue: Venue): Promise<Missing[]> {
    const rooms = await this.db.one<{ n: number }>(
      'select count(*)::int as n from venues.room where venue_id = $1 and retired_at is null',
      [venue.id],
    );
    return missingForPublication({ ...venue, rooms: rooms!.n });
  }

  private async checkComplete(venue: Venue): Promise<void> {
    const errors = await this.missing(venue);
    if (errors.length)
      throw new Problem(422, 'venue.incomplete', 'Il manque des informations pour publier ce lieu.', {
        errors,
      });
  }

  private record(actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record({
      actor,
      action: `venues.venue.${action}`,
      subjectType: 'venue',
      subjectId: id,
    });
  }
}

/** The hours told, as the open data and the database want them; nothing when nothing was told. */
function hoursTold(opening: OpeningWeek | null | undefined): Partial<OpeningColumns & { openingHours: string | null }> {
  if (opening === undefined) return {};
  const fault = opening && weekFault(opening);
  if (fault) throw invalid(fault.pointer, 'venue.hours', fault.detail);
  const openingHours = opening && osmOf(opening);
  return { openingHours, ...openingColumns(openingHours) };
}

type Place = Pick<Venue, 'name' | 'communeCode' | 'communeName' | 'postalCode' | 'latitude' | 'longitude'>;
type Derived = Pick<Venue, 'departementCode' | 'timeZone' | 'holidayTerritory' | 'communeName' | 'updatedOn' | 'searchText'>;
const noPlace = { communeCode: null, communeName: null, postalCode: null, latitude: null, longitude: null };

/** What was told; an empty text means none. */
const cleared = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]: [string, unknown]) =>
      value === undefined ? [] : [[key, value === '' ? null : value]],
    ),
  ) as T;

/** Another commune brings its own name, unless one is told. */
const renamedCommune = ({ communeCode }: Pick<EditVenue, 'communeCode'>): { communeName?: null } =>
  communeCode === undefined ? {} : { communeName: null };

function operatorOf(actor: Actor, asked: string | undefined): string | null {
  const mine = hostOrganisations(actor);
  if (asked !== undefined) {
    if (!mine.includes(asked) && !isAdministrator(actor))
      throw invalid('/operatorId', 'venue.operator_unknown', 'Cette organisation n’est pas la vôtre.');
    return asked;
  }
  if (mine.length > 1)
    throw invalid(
      '/operatorId',
      'venue.operator_needed',
      'Dites pour quelle organisation vous créez ce lieu.',
    );
  return mine[0] ?? null;
}
