import { MigrationInterface, QueryRunner } from 'typeorm';

/** Trainers are asked and say yes or no; links of letters are of all contexts. */
export class Asks1760000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.signed_link (
        token_hash bytea not null,
        purpose text not null,
        subject_id uuid not null,
        about jsonb not null default '{}',
        recipient_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint pk_signed_link primary key (token_hash),
        constraint ck_signed_link_token check (octet_length(token_hash) = 32),
        constraint xfk_signed_link_recipient_id foreign key (recipient_id) references identity.person (id) on delete cascade
      );
      create index ix_signed_link_expires_at on platform.signed_link (expires_at);
      insert into platform.signed_link
      select token_hash, 'venues.demand', demand_id, jsonb_build_object('bookingIds', booking_ids, 'version', version), recipient_id, created_at, expires_at
        from venues.answer_link;
      drop table venues.answer_link;
      alter table notifications.message add answers_kind text not null default 'demand',
        add constraint ck_message_answers_kind check (answers_kind in ('demand', 'ask'));

      create table trainers.ask (
        id uuid not null default uuidv7(),
        session_id uuid not null,
        trainer_id uuid not null,
        demand_id uuid not null,
        status text not null default 'asked',
        live boolean not null default true,
        asked_at timestamptz not null,
        asked_by uuid,
        answered_at timestamptz,
        reason text,
        version integer not null default 1,
        constraint pk_ask primary key (id),
        constraint uq_ask_kept unique (id, session_id, trainer_id, live),
        constraint ck_ask_status check (status in ('asked', 'accepted', 'declined', 'released')),
        constraint ck_ask_live check (live = (status in ('asked', 'accepted'))),
        constraint ck_ask_answered check ((status not in ('accepted', 'declined') or answered_at is not null) and (status <> 'asked' or answered_at is null)),
        constraint ck_ask_declined check (status <> 'declined' or reason is not null),
        constraint fk_ask_trainer_id foreign key (trainer_id) references trainers.trainer (person_id),
        constraint xfk_ask_session_id foreign key (session_id) references training.session (id),
        constraint xfk_ask_asked_by foreign key (asked_by) references identity.person (id)
      );
      create unique index uq_ask_one_live on trainers.ask (session_id, trainer_id) where live;
      create index ix_ask_trainer_id on trainers.ask (trainer_id) where live;
      create index ix_ask_demand_id on trainers.ask (demand_id);

      -- Those kept so far were never asked to say so: they have agreed.
      insert into trainers.ask (session_id, trainer_id, demand_id, status, live, asked_at, asked_by, answered_at)
      select a.session_id, a.trainer_id, uuidv7(), case when a.active then 'accepted' else 'released' end, a.active, s.created_at, s.created_by, s.created_at
        from (select distinct session_id, trainer_id, active from trainers.assignment) a join training.session s on s.id = a.session_id;
      alter table trainers.assignment add ask_id uuid;
      update trainers.assignment a set ask_id = k.id from trainers.ask k where k.session_id = a.session_id and k.trainer_id = a.trainer_id and k.live = a.active;
      alter table trainers.assignment alter ask_id set not null,
        -- A trainer is kept as long as the ask lives: declined or released, it frees them in the same stroke.
        add constraint xfk_assignment_ask foreign key (ask_id, session_id, trainer_id, active)
          references trainers.ask (id, session_id, trainer_id, live) on update cascade;
      create index ix_assignment_ask_id on trainers.assignment (ask_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
