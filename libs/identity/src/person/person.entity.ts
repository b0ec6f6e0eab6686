import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Someone who can sign in, or to whom one writes on paper. The least the service needs to speak to them: no birth date, no number, no address. */
@Entity({ schema: 'identity', name: 'person' })
@Index('uq_person_email', ['email'], { unique: true })
@Check('ck_person_email', `email = lower(email) and position('@' in email) > 1`)
export class Person {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** Stored in lower case, so that the unique index ignores case. None: this person signs in with no password, and is written to on paper. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  givenName: string;

  @Column('text')
  familyName: string;

  /** argon2id, in PHC form. None: this person cannot sign in by password. */
  @Column('text', { nullable: true, select: false })
  passwordHash: string | null;

  /** An inactive person is refused at the next request; their rows stay for the history. */
  @Column('boolean', { default: true })
  active: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

constraintProblem(
  'uq_person_email',
  409,
  'person.email_taken',
  'Un compte existe déjà avec cette adresse e-mail.',
);
