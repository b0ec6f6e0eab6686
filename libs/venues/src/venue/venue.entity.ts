import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StandardPlace } from './standard-place';
import type { VenueStatus } from './venue.rules';

/** `source` of the places entered here rather than imported. */
export const OWN_SOURCE = 'relais';

const derived = { select: false, insert: false, update: false } as const;

/** A place of digital mediation: an entry of an open directory until an operator holds it. */
@Entity({ schema: 'venues', name: 'venue' })
@Unique('uq_venue_source', ['source', 'sourceId'])
@Unique('uq_venue_slug', ['slug'])
@Check('ck_venue_status', `status in ('draft', 'submitted', 'published', 'withdrawn')`)
@Check(
  'ck_venue_coordinates',
  `(latitude is null) = (longitude is null) and abs(latitude) <= 90 and abs(longitude) <= 180`,
)
@Check('ck_venue_pivot', `pivot ~ '^[a-zA-Z0-9]{9,14}$' and pivot !~ '^0+$'`)
@Check('ck_venue_week_hours', `week_hours <@ '{[0,10080)}'`)
@Check('ck_venue_holiday_hours', `holiday_hours <@ '{[0,1440)}'`)
@Index('ix_venue_by_name', ['searchText', 'id'])
@Index('ix_venue_search_text', { synchronize: false })
@Index('ix_venue_operator_id', ['operatorId'])
@Check('ck_venue_merged', `merged_into is null or (status = 'withdrawn' and merged_into <> id)`)
@Index('ix_venue_bucket', { synchronize: false })
@Index('ix_venue_latitude', ['latitude', 'longitude'])
@Index('ix_venue_merged_into', ['mergedInto'], { where: 'merged_into is not null' })
@Check('ck_venue_kept', 'kept_on is null or gone_on is not null')
@Index('ix_venue_gone', ['searchText', 'id'], { where: 'gone_on is not null and kept_on is null' })
@Index('ix_venue_departement_code', ['departementCode'])
@Index('ix_venue_search_terms', { synchronize: false })
@Index('ix_venue_map_point', { synchronize: false })
@Index('ix_venue_unlocated', { synchronize: false })
@Index('ix_venue_lists', { synchronize: false })
export class Venue extends StandardPlace {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  /** The producer of the directory the place comes from, and its identifier there. */
  @Column('text') source: string;
  @Column('text') sourceId: string;
  /** Stays the same when the place is renamed: links to it are printed. */
  @Column('text') slug: string;
  @Column('text') searchText: string;
  /** What is searched, and where it is on Mercator’s map: written by a trigger, never read here. */
  @Column({ type: 'tsvector', nullable: true, ...derived }) searchTerms?: never;
  @Column({ type: 'point', nullable: true, ...derived }) mapPoint?: never;
  @Column('text', { nullable: true }) departementCode: string | null;
  @Column('text') timeZone: string;
  @Column('text', { default: 'metropole' }) holidayTerritory: string;
  /** Minutes since Monday 00:00 on its clock; null when the hours are unknown or not weekly. */
  @Column('int4multirange', { nullable: true }) weekHours: string | null;
  /** Minutes of a public holiday; null when as on other days. */
  @Column('int4multirange', { nullable: true }) holidayHours: string | null;
  @Column('text', { default: 'draft' }) status: VenueStatus;
  @Column('uuid', { nullable: true }) operatorId: string | null;
  /** What the producer last said, to tell whether a new import changes anything. */
  @Column('text', { nullable: true }) contentHash: string | null;
  /** The place that is shown instead, since a person made the two one. */
  @ForeignKey(() => Venue) @Column('uuid', { nullable: true }) mergedInto: string | null;
  /** Columns whose value a person chose: imports leave them alone. */
  @Column('text', { array: true, default: () => "'{}'" }) heldFields: string[];
  /** Day its producer's list no longer had it; null as long as it has. */
  @Column('date', { nullable: true }) goneOn: string | null;
  /** Day a person said that it is there all the same. */
  @Column('date', { nullable: true }) keptOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('venue', 'Ce lieu');
constraintProblem(
  'uq_venue_slug',
  409,
  'venue.slug_taken',
  'Un lieu du même nom vient d’être créé dans cette commune. Réessayez.',
);
constraintProblem(
  'ck_venue_coordinates',
  422,
  'venue.coordinates',
  'Ces coordonnées ne désignent pas un lieu.',
);
constraintProblem(
  'ck_venue_pivot',
  422,
  'venue.pivot',
  'Cet identifiant n’est ni un SIRET, ni un numéro RNA ou RIDET.',
);
constraintProblem('xfk_venue_operator_id', 422, 'venue.operator_unknown', 'Cette organisation n’existe pas.');

invariant(
  'venues.operated_venue_has_room',
  'Un lieu publié et tenu par un hôte a au moins une salle',
  `select v.id, v.slug from venues.venue v where v.status = 'published' and v.operator_id is not null
     and not exists (select 1 from venues.room r where r.venue_id = v.id and r.retired_at is null)`,
);
