import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Venue } from '../venue/venue.entity';

/** The secret address at which other programs read the calendar of a place; one at a time, known by its hash alone. */
@Entity({ schema: 'venues', name: 'calendar_feed' })
@Unique('uq_calendar_feed_token_hash', ['tokenHash'])
export class CalendarFeed {
  @ForeignKey(() => Venue) @PrimaryColumn('uuid') venueId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') createdAt: Date;
}
