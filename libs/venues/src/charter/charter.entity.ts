import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Venue } from '../venue/venue.entity';

/** What a collectivité signs, as it read at a time. A version in force is never rewritten: a new one takes its place. */
@Entity({ schema: 'venues', name: 'charter_version' })
@Check('ck_charter_version_validity', `valid_to is null or valid_to > valid_from`)
@Check('ck_charter_version_commitments', `cardinality(commitments) > 0`)
export class CharterVersion {
  @PrimaryColumn('text') code: string;
  @Column('text') title: string;
  @Column('text') preamble: string;
  @Column('text', { array: true }) commitments: string[];
  /** The clause a place may accept: it welcomes sessions of the CNFPT. */
  @Column('text') hostingClause: string;
  @Column('text') source: string;
  @Column('date') validFrom: string;
  /** The first day its signatures no longer give the label. */
  @Column('date', { nullable: true }) validTo: string | null;
}

/** An organisation signed a version, for every place it holds. */
@Entity({ schema: 'venues', name: 'charter_adhesion' })
@Index('uq_charter_adhesion_in_force', ['organisationId', 'versionCode'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Check(
  'ck_charter_adhesion_withdrawal',
  `(withdrawn_at is null) = (withdrawn_by is null) and withdrawn_at >= signed_at`,
)
export class CharterAdhesion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('uuid') organisationId: string;
  @ForeignKey(() => CharterVersion) @Column('text') versionCode: string;
  @Column('uuid') signedBy: string;
  @Column('text') signatoryName: string;
  @Column('text') signatoryFunction: string;
  @Column('timestamptz') signedAt: Date;
  @Column('boolean') hostsCnfptSessions: boolean;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
}

/** A place accepted the clause: sessions of the CNFPT may be held there, on its conditions. */
@Entity({ schema: 'venues', name: 'session_hosting' })
export class SessionHosting {
  @PrimaryColumn('uuid') @ForeignKey(() => Venue) venueId: string;
  @Column('text', { nullable: true }) conditions: string | null;
  @Column('uuid') acceptedBy: string;
  @Column('timestamptz') acceptedAt: Date;
}

nameNoun('charter_adhesion', 'Cette signature de la charte');
constraintProblem(
  'uq_charter_adhesion_in_force',
  409,
  'charter.already_signed',
  'Votre organisation a déjà signé cette version de la charte.',
);

invariant(
  'venues.one_charter_version_at_a_time',
  'Deux versions de la charte ne sont pas en vigueur le même jour',
  `select a.code, b.code as other_code from venues.charter_version a join venues.charter_version b
     on a.code < b.code and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
);
