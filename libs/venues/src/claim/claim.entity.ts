import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Venue } from '../venue/venue.entity';
import type { ClaimStatus, ClaimWay } from './claim.rules';

/** An organisation says that it holds a place; the place itself, or an administrator, answers. */
@Entity({ schema: 'venues', name: 'claim' })
@Unique('uq_claim_link_token', ['linkToken'])
@Index('uq_claim_live', ['venueId', 'organisationId'], { unique: true, where: `status = 'asked'` })
@Index('ix_claim_waiting', ['id'], { where: `status = 'asked'` })
@Index('ix_claim_organisation_id', ['organisationId', 'id'])
@Index('ix_claim_venue_id', ['venueId'])
@Index('ix_claim_person_id', ['personId', 'askedAt'])
@Check('ck_claim_status', `status in ('asked', 'granted', 'refused', 'lapsed')`)
@Check('ck_claim_way', `way in ('siret', 'mail', 'administrator')`)
@Check('ck_claim_decided', `(status = 'asked') = (decided_at is null)`)
@Check('ck_claim_link', `(sent_to is null) = (link_token is null)`)
@Check('ck_claim_deadline', `deadline >= asked_at`)
export class Claim {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') personId: string;
  @Column('text', { default: 'asked' }) status: ClaimStatus;
  @Column('text', { nullable: true }) way: ClaimWay | null;
  /** The published address of the place, as it was when the letter left; null when there was none. */
  @Column('text', { nullable: true }) sentTo: string | null;
  /** What the letter's link holds: nobody can guess it, and it answers once. */
  @Column('text', { nullable: true }) linkToken: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') deadline: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

nameNoun('claim', 'Cette demande');
constraintProblem('uq_claim_live', 409, 'claim.already_asked', 'Votre organisation a déjà demandé ce lieu : sa demande est en cours.');

invariant(
  'venues.no_claim_waits_on_a_held_place',
  'Aucune demande n’attend pour un lieu que quelqu’un tient, ou qui est réuni à un autre',
  `select c.id, c.venue_id from venues.claim c join venues.venue v on v.id = c.venue_id where c.status = 'asked' and (v.operator_id is not null or v.merged_into is not null)`,
);
