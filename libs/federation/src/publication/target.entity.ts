import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partner portal. Failures in a row pause it: its offers wait, nothing else does. */
@Entity({ schema: 'federation', name: 'target' })
export class Target {
  @PrimaryColumn('text')
  name: string;

  @Column('integer', { default: 0 })
  failures: number;

  @Column('timestamptz', { nullable: true })
  pausedUntil: Date | null;
}
