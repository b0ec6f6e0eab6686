import { Actor, Audit, conflictAt, Database, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue, maySeeVenue } from '../venue/venue.policy';
import { Closures, ClosureView, CreateClosure } from './closure.dto';
import { Closure } from './closure.entity';
import { ClosureQueries } from './closure.queries';

@Injectable()
export class ClosureService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly queries: ClosureQueries,
  ) {}

  async coming(actor: Actor | null, venueId: string): Promise<Closures> {
    const venue = await this.db.em.findOneBy(Venue, { id: venueId });
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    return this.queries.coming(venueId);
  }

  /** Refused while a room is taken on these days: who asked for it counts on the place. */
  create(actor: Actor, venueId: string, { from, until, reason }: CreateClosure): Promise<ClosureView> {
    return this.db.tx(async () => {
      await this.managed(actor, venueId);
      if (until < from) throw invalid('/until', 'closure.period', 'Le dernier jour ne peut pas précéder le premier.');
      await this.checkFree(venueId, from, until);
      const created = await this.db.em.insert(Closure, { venueId, period: `[${from},${until}]`, reason });
      const { id } = created.identifiers[0] as { id: string };
      await this.record(actor, 'closed', venueId, { from, until });
      return this.queries.byId(id);
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.db.tx(async () => {
      const closure = await this.db.em.findOneBy(Closure, { id });
      if (!closure) throw notFound('closure');
      await this.managed(actor, closure.venueId, 'closure');
      await this.db.em.delete(Closure, id);
      await this.record(actor, 'reopened', closure.venueId, { period: closure.period });
    });
  }

  /** The venue, locked: a booking of one of its rooms waits, and sees the closure. */
  private async managed(actor: Actor, id: string, noun: 'venue' | 'closure' = 'venue'): Promise<void> {
    const venue = await this.db.em.findOne(Venue, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!venue || !mayManageVenue(actor, venue)) throw notFound(noun);
  }

  private async checkFree(venueId: string, from: string, until: string): Promise<void> {
    const taken = await this.db.one<{ n: number; purpose: string; day: string }>(
      `select count(*) over ()::int as n, b.purpose, to_char(lower(b.period) at time zone v.time_zone, 'DD/MM/YYYY') as day
         from venues.booking b join venues.venue v on v.id = b.venue_id
        where b.venue_id = $1 and b.status in ('held', 'confirmed')
          and b.period && tstzrange($2::date::timestamp at time zone v.time_zone, ($3::date + 1)::timestamp at time zone v.time_zone)
        order by lower(b.period) limit 1`,
      [venueId, from, until],
    );
    if (!taken) return;
    const others = taken.n > 1 ? ` et ${taken.n - 1} autre${taken.n > 2 ? 's' : ''}` : '';
    throw conflictAt(
      '/from',
      'closure.bookings',
      `Le lieu est attendu ces jours-là : ${taken.purpose}, le ${taken.day}${others}. Déplacez ou refusez d’abord ${taken.n > 1 ? 'ces réservations' : 'cette réservation'}.`,
    );
  }

  private record(actor: Actor, action: string, subjectId: string, detail: object): Promise<void> {
    return this.audit.record({ actor, action: `venues.venue.${action}`, subjectType: 'venue', subjectId, detail: { ...detail } });
  }
}
