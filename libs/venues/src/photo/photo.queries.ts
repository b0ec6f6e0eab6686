import { Actor, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { maySeeVenue } from '../venue/venue.policy';
import { PhotoList, PhotoView } from './photo.dto';

@Injectable()
export class PhotoQueries {
  constructor(private readonly db: Database) {}

  /** The photos of a place, in order. */
  async of(actor: Actor | null, venueId: string): Promise<PhotoList> {
    const venue = await this.db.em.findOneBy(Venue, { id: venueId });
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    const items = await this.db.query<PhotoView>(
      `select id, alt, width, height, '/api/v1/photos/' || id as path, version from venues.photo
        where venue_id = $1 and ready_at is not null and removed_at is null order by position`,
      [venueId],
    );
    return { items };
  }

  /** Whether the file may be shown, and to anyone or to this actor alone. */
  async showing(actor: Actor | null, id: string): Promise<{ isPublic: boolean }> {
    const venue = await this.db.one<{ operatorId: string | null; status: string }>(
      `select v.operator_id as "operatorId", v.status from venues.photo p join venues.venue v on v.id = p.venue_id
        where p.id = $1 and p.ready_at is not null and p.removed_at is null`,
      [id],
    );
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('photo');
    return { isPublic: venue.status === 'published' };
  }
}
