import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Kind } from '../message/message.kinds';
import type { Rhythm } from './preference.rules';

/** How someone wants to be told of one kind of messages; at once when there is none. */
@Entity({ schema: 'notifications', name: 'preference' })
@Check('ck_preference_rhythm', `rhythm in ('daily', 'in_app')`)
export class Preference {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') kind: Kind;
  @Column('text') rhythm: Exclude<Rhythm, 'at_once'>;
}

/** When mails to someone wait, on the clock of where they work; the usual hours when there is none. */
@Entity({ schema: 'notifications', name: 'quiet_time' })
@Check('ck_quiet_time_hours', `(from_hour is null) = (until_hour is null)`)
export class QuietTime {
  @PrimaryColumn('uuid') personId: string;
  @Column('time', { nullable: true }) fromHour: string | null;
  @Column('time', { nullable: true }) untilHour: string | null;
  @Column('boolean') sundays: boolean;
}

constraintProblem('ck_quiet_time_hours', 422, 'quiet.hours', 'Indiquez le début et la fin des heures calmes.');
