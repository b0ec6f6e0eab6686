import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrainerStatus } from './trainer.rules';

/** A person of the pool of trainers. */
@Entity({ schema: 'trainers', name: 'trainer' })
@Check('ck_trainer_status', `status in ('candidate', 'admitted', 'suspended', 'left')`)
export class Trainer {
  @PrimaryColumn('uuid') personId: string;
  @Column('text', { default: 'candidate' }) status: TrainerStatus;
  @Column('text', { array: true, default: () => "'{}'" }) specialities: string[];
  @Column('text', { nullable: true }) bio: string | null;
  /** One more each time that what they can teach is said anew. */
  @Column('integer', { default: 1 }) competenciesVersion: number;
}

nameNoun('trainer', 'Ce formateur');
constraintProblem('pk_trainer', 409, 'trainer.already_known', 'Cette personne fait déjà partie du vivier.');
constraintProblem('xfk_trainer_person_id', 422, 'trainer.person_unknown', 'Cette personne n’existe pas.');
