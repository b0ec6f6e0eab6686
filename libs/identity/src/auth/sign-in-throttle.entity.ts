import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one minute, per account asked for and per address. Keys are hashed: nobody is named here. */
@Entity({ schema: 'identity', name: 'sign_in_throttle' })
@Index(['minute'])
export class SignInThrottleRow {
  @PrimaryColumn('text')
  key: string;

  @Column('timestamptz')
  minute: Date;

  @Column('int')
  attempts: number;
}
