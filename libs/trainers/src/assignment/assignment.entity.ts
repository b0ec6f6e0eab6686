import { constraintProblem, invariant } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Trainer } from '../trainer/trainer.entity';

/** A trainer, busy with a session for a time. Two of theirs never overlap: the database sees to it. */
@Entity({ schema: 'trainers', name: 'assignment' })
@Exclusion('ex_assignment_trainer_period', 'USING gist (trainer_id WITH =, period WITH &&) WHERE (active)')
@Check('ck_assignment_period', 'not isempty(period) and not lower_inf(period) and not upper_inf(period)')
@Index('ix_assignment_session_id', ['sessionId'])
@Index('ix_assignment_ask_id', ['askId'])
@Index('ix_assignment_busy', { synchronize: false })
export class Assignment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Trainer) @Column('uuid') trainerId: string;
  @Column('uuid') sessionId: string;
  /** By whom it lives: the database frees the trainer once it is declined or released. */
  @Column('uuid') askId: string;
  @Column('tstzrange') period: string;
  /** False once the trainer declined, or the session gave them back. */
  @Column('boolean', { default: true }) active: boolean;
}

constraintProblem(
  'ex_assignment_trainer_period',
  409,
  'trainer.busy',
  'Un formateur choisi vient d’être retenu ailleurs sur cette période.',
);
constraintProblem(
  'fk_assignment_trainer_id',
  422,
  'trainer.unknown',
  'Ce formateur ne fait pas partie du vivier.',
);

invariant(
  'trainers.no_overlapping_assignments',
  'Un formateur n’anime pas deux sessions à la fois',
  `select a.id, b.id as other_id, a.trainer_id from trainers.assignment a join trainers.assignment b
     on b.trainer_id = a.trainer_id and b.id > a.id and b.period && a.period where a.active and b.active`,
);
