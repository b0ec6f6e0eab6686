import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Trainer } from '../trainer/trainer.entity';

/** What a trainer says they can teach: a competency of a framework, up to a level. */
@Entity({ schema: 'trainers', name: 'trainer_competency' })
@Check('ck_trainer_competency_level', 'level between 1 and 20')
@Index('ix_trainer_competency_competency_id', ['competencyId'])
export class TrainerCompetency {
  @ForeignKey(() => Trainer, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') trainerId: string;
  @ForeignKey('Competency') @PrimaryColumn('uuid') competencyId: string;
  /** From 1; null where the framework has none, or none is said. */
  @Column('smallint', { nullable: true }) level: number | null;
}

constraintProblem('fk_trainer_competency_competency_id', 422, 'trainer.competency_unknown', 'Cette compétence n’est dans aucun référentiel.');
