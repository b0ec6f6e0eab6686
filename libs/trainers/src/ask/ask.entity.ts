import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Trainer } from '../trainer/trainer.entity';
import type { AskStatus } from './ask.rules';

/** A session asks a trainer. As long as the ask lives, the trainer is kept for all its half-days. */
@Entity({ schema: 'trainers', name: 'ask' })
@Unique('uq_ask_kept', ['id', 'sessionId', 'trainerId', 'live'])
@Index('uq_ask_one_live', ['sessionId', 'trainerId'], { unique: true, where: `status in ('asked', 'accepted')` })
@Index('ix_ask_trainer_id', ['trainerId', 'sessionId'])
@Index('ix_ask_demand_id', ['demandId'])
@Check('ck_ask_status', `status in ('asked', 'accepted', 'declined', 'released', 'relieved')`)
@Check('ck_ask_live', `live = (status in ('asked', 'accepted', 'relieved'))`)
@Check('ck_ask_answered', `(status not in ('accepted', 'declined', 'relieved') or answered_at is not null) and (status <> 'asked' or answered_at is null)`)
@Check('ck_ask_declined', `status <> 'declined' or reason is not null`)
export class Ask {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('uuid') sessionId: string;
  @ForeignKey(() => Trainer) @Column('uuid') trainerId: string;
  /** What was asked of one trainer together is told in one letter. */
  @Column('uuid') demandId: string;
  @Column('text', { default: 'asked' }) status: AskStatus;
  /** Asked, accepted or relieved; assignments refer to it. */
  @Column('boolean', { default: true }) live: boolean;
  @Column('timestamptz') askedAt: Date;
  /** None when it was before people were asked. */
  @Column('uuid', { nullable: true }) askedBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** Why the trainer declined. */
  @Column('text', { nullable: true }) reason: string | null;
  /** One more each time that the session moves, and once it is answered. */
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('ask', 'Cette demande');
constraintProblem('uq_ask_one_live', 409, 'trainer.already_asked', 'Ce formateur est déjà sollicité pour cette session.');
constraintProblem('ck_ask_declined', 422, 'ask.reason_missing', 'Dites pourquoi vous déclinez cette session.');

invariant(
  'trainers.live_asks_keep_their_trainer',
  'Un formateur sollicité ou qui a accepté est retenu pour la session, et celui qui a décliné est libre',
  `select k.id, k.status from trainers.ask k
    where k.live <> exists (select 1 from trainers.assignment a where a.ask_id = k.id and a.active)`,
);
