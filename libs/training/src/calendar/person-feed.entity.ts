import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { FeedKind } from './person-calendar.rules';

/** The secret address at which someone's agenda reads what they attend, or what they give; one at a time of each, known by its hash alone. */
@Entity({ schema: 'training', name: 'person_feed' })
@Unique('uq_person_feed_token_hash', ['tokenHash'])
@Check('ck_person_feed_kind', `kind in ('person', 'trainer')`)
export class PersonFeed {
  @PrimaryColumn('uuid') @ForeignKey('Person', { onDelete: 'CASCADE' }) personId: string;
  @PrimaryColumn('text') kind: FeedKind;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') createdAt: Date;
}
