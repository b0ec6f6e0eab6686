import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Venue } from '../venue/venue.entity';
import type { DuplicateStatus } from './duplicate.rules';

/** Two places that look like one: a pair is proposed once, whatever is decided of it. */
@Entity({ schema: 'venues', name: 'duplicate' })
@Unique('uq_duplicate_pair', ['firstId', 'secondId'])
@Check('ck_duplicate_order', 'first_id < second_id')
@Check('ck_duplicate_status', `status in ('proposed', 'dismissed', 'merged')`)
@Check(
  'ck_duplicate_decided',
  `(status = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)`,
)
@Index('ix_duplicate_second_id', ['secondId'])
@Index('ix_duplicate_list', { synchronize: false })
export class Duplicate {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') firstId: string;
  @ForeignKey(() => Venue) @Column('uuid') secondId: string;
  @Column('text', { default: 'proposed' }) status: DuplicateStatus;
  @Column('real') score: number;
  /** 0 to 1, of the names without accents, legal forms and small words. */
  @Column('real') nameSimilarity: number;
  /** Null when one of the places has no coordinates: unknown is not near. */
  @Column('integer', { nullable: true }) distanceMetres: number | null;
  @Column('boolean') sameStreet: boolean;
  @Column('boolean') samePivot: boolean;
  @Column('timestamptz', { default: () => 'now()' }) proposedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
}

nameNoun('duplicate', 'Ce rapprochement');
constraintProblem(
  'ck_venue_merged',
  409,
  'venue.merged',
  'Ce lieu a été réuni à un autre : c’est l’autre fiche qui est publiée.',
);

invariant(
  'venues.merged_place_has_its_merge',
  'Un lieu réuni à un autre l’a été par une réunion qui n’est pas défaite, et rien n’y reste',
  `select v.id, v.merged_into from venues.venue v
    where v.merged_into is not null
      and (not exists (select 1 from venues.merge m where m.merged_id = v.id and m.kept_id = v.merged_into and m.undone_at is null)
           or exists (select 1 from venues.room r where r.venue_id = v.id))
   union all
   select m.merged_id, m.kept_id from venues.merge m join venues.venue v on v.id = m.merged_id
    where m.undone_at is null and v.merged_into is distinct from m.kept_id`,
);
