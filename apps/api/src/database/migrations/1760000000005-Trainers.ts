import { MigrationInterface, QueryRunner } from 'typeorm';

/** The pool of trainers, and when each is busy. */
export class Trainers1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists trainers;

      create table trainers.trainer (
        person_id uuid not null,
        status text not null default 'candidate',
        specialities text[] not null default '{}',
        bio text,
        constraint pk_trainer primary key (person_id),
        constraint ck_trainer_status check (status in ('candidate', 'admitted', 'suspended', 'left')),
        constraint xfk_trainer_person_id foreign key (person_id) references identity.person (id)
      );

      create table trainers.assignment (
        id uuid not null default uuidv7(),
        trainer_id uuid not null,
        session_id uuid not null,
        period tstzrange not null,
        active boolean not null default true,
        constraint pk_assignment primary key (id),
        constraint ex_assignment_trainer_period exclude using gist (trainer_id with =, period with &&) where (active),
        constraint ck_assignment_period check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
        constraint fk_assignment_trainer_id foreign key (trainer_id) references trainers.trainer (person_id)
      );
      create index ix_assignment_session_id on trainers.assignment (session_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
