import { MigrationInterface, QueryRunner } from 'typeorm';

/** What trainers can teach. */
export class TrainerCompetencies1760000000172 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table trainers.trainer add competencies_version integer not null default 1;
      create table trainers.trainer_competency (
        trainer_id uuid not null constraint fk_trainer_competency_trainer_id references trainers.trainer (person_id) on delete cascade,
        competency_id uuid not null constraint fk_trainer_competency_competency_id references curriculum.competency (id),
        level smallint,
        constraint pk_trainer_competency primary key (trainer_id, competency_id),
        constraint ck_trainer_competency_level check (level between 1 and 20)
      );
      create index ix_trainer_competency_competency_id on trainers.trainer_competency (competency_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
