import { nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Enrolment } from '../enrolment/enrolment.entity';

nameNoun('attestation', 'Cette attestation');

/** Proof that an agent followed a session; anyone who holds its code can check it. */
@Entity({ schema: 'training', name: 'attestation' })
@Index('uq_attestation_enrolment', ['enrolmentId'], { unique: true })
@Index('uq_attestation_code', ['code'], { unique: true })
@Check('ck_attestation_hours', `hours > 0`)
export class Attestation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Enrolment)
  enrolmentId: string;

  @Column('text')
  code: string;

  @Column('numeric', { precision: 5, scale: 1 })
  hours: string;

  /** Where the PDF is, once drawn. */
  @Column('text', { nullable: true })
  storageKey: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  issuedAt: Date;
}
