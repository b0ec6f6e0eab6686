import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Enrolment } from '../enrolment/enrolment.entity';
import { SessionSlot } from '../session/session.entity';

/** Who was there for a half-day, and who said so. */
@Entity({ schema: 'training', name: 'attendance' })
@Index(['enrolmentId'])
export class Attendance {
  @PrimaryColumn('uuid')
  @ForeignKey(() => SessionSlot)
  slotId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Enrolment)
  enrolmentId: string;

  @Column('boolean')
  present: boolean;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
