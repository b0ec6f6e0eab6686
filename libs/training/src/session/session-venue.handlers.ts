import { Database, OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A session takes place where its room is: when a place is made one with another, or the two are parted, it follows. */
@Injectable()
export class SessionVenueHandlers {
  constructor(private readonly db: Database) {}

  @OnEvent('venues.venues_merged')
  onMerged(places: { keptId: string; mergedId: string }): Promise<void> {
    return this.follow(places);
  }

  @OnEvent('venues.venues_parted')
  onParted(places: { keptId: string; mergedId: string }): Promise<void> {
    return this.follow(places);
  }

  /** Reads where rooms are now, so that the order of the facts does not matter. */
  private async follow({ keptId, mergedId }: { keptId: string; mergedId: string }): Promise<void> {
    await this.db.query(
      `update training.session s set venue_id = r.venue_id, version = s.version + 1 from venues.room r
        where r.id = s.room_id and s.venue_id <> r.venue_id and r.venue_id in ($1, $2)`,
      [keptId, mergedId],
    );
  }
}
