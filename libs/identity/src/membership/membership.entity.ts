import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organisation } from '../organisation/organisation.entity';
import type { Role } from '../permissions';
import { Person } from '../person/person.entity';

/** A person holds a role in an organisation for a time. To revoke it, set `validTo` to today: the next request sees it. */
@Entity({ schema: 'identity', name: 'membership' })
@Check(
  'ck_membership_role',
  `role in ('agent', 'supervisor', 'training_officer', 'trainer', 'venue_host', 'course_manager', 'state_officer', 'administrator')`,
)
@Check('ck_membership_validity', `valid_to is null or valid_to >= valid_from`)
@Exclusion(
  'ex_membership_overlap',
  `USING gist (person_id WITH =, organisation_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&)`,
)
@Index(['personId'])
@Index(['organisationId', 'role'])
export class Membership {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  personId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('text')
  role: Role;

  @Column('date')
  validFrom: string;

  /** The first day the role is no longer held. */
  @Column('date', { nullable: true })
  validTo: string | null;
}

constraintProblem(
  'ex_membership_overlap',
  409,
  'membership.already_held',
  'Cette personne a déjà ce rôle dans cette organisation à ces dates.',
);
