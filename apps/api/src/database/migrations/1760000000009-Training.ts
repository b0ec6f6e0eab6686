import { MigrationInterface, QueryRunner } from 'typeorm';

export class Training1760000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema training;

      create table training.course (
        id uuid not null default uuidv7() constraint pk_course primary key,
        slug text not null,
        title text not null,
        summary text not null,
        objectives text[] not null default '{}',
        content text not null default '',
        audience_categories text[] not null,
        audience_note text not null default '',
        prerequisites text not null default '',
        modality text not null,
        duration_hours numeric(5,1) not null,
        theme text not null,
        keywords text[] not null default '{}',
        financing_regime text not null default 'cnfpt',
        evaluation text not null default '',
        status text not null default 'draft',
        created_by uuid,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version integer not null default 1,
        constraint ck_course_status check (status in ('draft', 'published', 'archived')),
        constraint ck_course_modality check (modality in ('presence', 'distance', 'mixed', 'immersion', 'work_situation')),
        constraint ck_course_financing check (financing_regime in ('cnfpt', 'shared', 'project_sheet')),
        constraint ck_course_duration check (duration_hours > 0 and duration_hours <= 400),
        constraint ck_course_audience check (audience_categories <@ array['A+', 'A', 'B', 'C', 'mediateur', 'emploi_avenir'] and audience_categories <> '{}')
      );
      create unique index uq_course_slug on training.course (slug);
      create index ix_course_published on training.course (title, id) where status = 'published';
      create index ix_course_created_by on training.course (created_by);

      -- The words of a sheet, weighted, accents folded on both sides so that « electricite » finds « électricité ».
      create function training.course_words(c training.course) returns tsvector language sql immutable parallel safe return
        setweight(to_tsvector('pg_catalog.french', platform.fold(c.title)), 'A')
        || setweight(to_tsvector('pg_catalog.french', platform.fold(platform.words(c.keywords))), 'A')
        || setweight(to_tsvector('pg_catalog.french', platform.fold(c.summary)), 'B')
        || setweight(to_tsvector('pg_catalog.french', platform.fold(platform.words(c.objectives) || ' ' || c.content)), 'C');
      create index ix_course_words on training.course using gin (training.course_words(course.*)) where status = 'published';

      create table training.session (
        id uuid not null default uuidv7() constraint pk_session primary key,
        code text not null,
        course_id uuid not null constraint fk_session_course_id references training.course (id),
        venue_id uuid not null constraint fk_session_venue_id references venues.venue (id),
        room_id uuid not null constraint fk_session_room_id references venues.room (id),
        time_zone text not null,
        capacity integer not null,
        min_seats integer not null default 0,
        seats_taken integer not null default 0,
        enrolment_closes_at timestamptz not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        status text not null default 'draft',
        organiser_id uuid not null constraint fk_session_organiser_id references identity.organisation (id),
        created_by uuid,
        cancel_reason text,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint ck_session_status check (status in ('draft', 'open', 'confirmed', 'running', 'closed', 'postponed', 'cancelled')),
        constraint ck_session_seats check (seats_taken >= 0 and seats_taken <= capacity),
        constraint ck_session_capacity check (capacity between 1 and 500 and min_seats between 0 and capacity),
        constraint ck_session_period check (starts_at < ends_at and enrolment_closes_at <= ends_at)
      );
      create unique index uq_session_code on training.session (code);
      create index ix_session_course_id_starts_at on training.session (course_id, starts_at);
      create index ix_session_starts_at_venue_id on training.session (venue_id, starts_at);
      create index ix_session_id_organiser_id_starts_at on training.session (organiser_id, starts_at, id);
      create index ix_session_room_id on training.session (room_id);
      create index ix_session_upcoming on training.session (starts_at, id) where status in ('open', 'confirmed');

      create table training.session_slot (
        id uuid not null default uuidv7() constraint pk_session_slot primary key,
        session_id uuid not null constraint fk_session_slot_session_id references training.session (id),
        booking_id uuid not null constraint fk_session_slot_booking_id references venues.booking (id),
        local_date date not null,
        starts_local time not null,
        ends_local time not null,
        period tstzrange not null,
        half_day text not null,
        constraint ck_session_slot_half_day check (half_day in ('am', 'pm')),
        constraint ck_session_slot_hours check (starts_local < ends_local)
      );
      create index ix_session_slot_session_id on training.session_slot (session_id);
      create index ix_session_slot_booking_id on training.session_slot (booking_id);

      create table training.enrolment (
        id uuid not null default uuidv7() constraint pk_enrolment primary key,
        number text not null,
        session_id uuid not null constraint fk_enrolment_session_id references training.session (id),
        agent_id uuid not null constraint fk_enrolment_agent_id references identity.person (id),
        employer_id uuid not null constraint fk_enrolment_employer_id references identity.organisation (id),
        status text not null default 'submitted',
        waiting_rank integer,
        reason text,
        motivation text not null default '',
        submitted_at timestamptz not null default now(),
        decided_at timestamptz,
        decided_by uuid,
        version integer not null default 1,
        constraint ck_enrolment_status check (status in ('draft', 'submitted', 'refused', 'admitted', 'waiting', 'not_selected', 'convoked', 'present', 'partial', 'absent', 'attested', 'withdrawn', 'cancelled')),
        constraint ck_enrolment_waiting_rank check ((status = 'waiting') = (waiting_rank is not null))
      );
      create unique index uq_enrolment_number on training.enrolment (number);
      create unique index uq_enrolment_one_live_per_agent on training.enrolment (session_id, agent_id)
        where status not in ('refused', 'withdrawn', 'not_selected', 'cancelled');
      create unique index uq_enrolment_waiting_rank on training.enrolment (session_id, waiting_rank) where status = 'waiting';
      create index ix_enrolment_agent_id_id_submitted_at on training.enrolment (agent_id, submitted_at, id);
      create index ix_enrolment_employer_id_id_status_submitted_at on training.enrolment (employer_id, status, submitted_at, id);
      create index ix_enrolment_session_id_status on training.enrolment (session_id, status);

      create table training.enrolment_event (
        id uuid not null default uuidv7() constraint pk_enrolment_event primary key,
        enrolment_id uuid not null constraint fk_enrolment_event_enrolment_id references training.enrolment (id) on delete cascade,
        action text not null,
        from_status text,
        to_status text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null default now()
      );
      create index ix_enrolment_event_at_enrolment_id on training.enrolment_event (enrolment_id, at);

      create table training.attendance (
        slot_id uuid not null constraint fk_attendance_slot_id references training.session_slot (id),
        enrolment_id uuid not null constraint fk_attendance_enrolment_id references training.enrolment (id),
        present boolean not null,
        recorded_by uuid not null,
        at timestamptz not null default now(),
        constraint pk_attendance primary key (slot_id, enrolment_id)
      );
      create index ix_attendance_enrolment_id on training.attendance (enrolment_id);

      create table training.attestation (
        id uuid not null default uuidv7() constraint pk_attestation primary key,
        enrolment_id uuid not null constraint fk_attestation_enrolment_id references training.enrolment (id),
        code text not null,
        hours numeric(5,1) not null,
        storage_key text,
        issued_at timestamptz not null default now(),
        constraint ck_attestation_hours check (hours > 0)
      );
      create unique index uq_attestation_enrolment on training.attestation (enrolment_id);
      create unique index uq_attestation_code on training.attestation (code);

      alter table trainers.assignment
        add constraint xfk_assignment_session_id foreign key (session_id) references training.session (id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
