import { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organisations, roles, agents' files, sessions. */
export class Identity1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.person (
        id uuid not null default uuidv7() constraint pk_person primary key,
        email text not null,
        given_name text not null,
        family_name text not null,
        password_hash text,
        active boolean not null default true,
        created_at timestamptz not null default now(),
        constraint ck_person_email check (email = lower(email) and position('@' in email) > 1)
      );
      create unique index uq_person_email on identity.person (email);

      create table identity.organisation (
        id uuid not null default uuidv7() constraint pk_organisation primary key,
        kind text not null,
        name text not null,
        siret text,
        commune_code text constraint fk_organisation_commune_code references identity.commune (code),
        departement_code text constraint fk_organisation_departement_code references identity.departement (code),
        parent_id uuid constraint fk_organisation_parent_id references identity.organisation (id),
        valid_from date not null,
        valid_to date,
        constraint ck_organisation_kind check (kind in ('employer', 'cnfpt', 'state', 'venue_operator')),
        constraint ck_organisation_siret check (siret ~ '^[0-9]{14}$' and siret <> '00000000000000'),
        constraint ck_organisation_validity check (valid_to is null or valid_to >= valid_from),
        constraint ck_organisation_parent check (parent_id <> id)
      );
      create unique index uq_organisation_siret on identity.organisation (siret) where valid_to is null;
      create index ix_organisation_parent_id on identity.organisation (parent_id);

      create table identity.membership (
        id uuid not null default uuidv7() constraint pk_membership primary key,
        person_id uuid not null constraint fk_membership_person_id references identity.person (id) on delete cascade,
        organisation_id uuid not null constraint fk_membership_organisation_id references identity.organisation (id),
        role text not null,
        valid_from date not null,
        valid_to date,
        constraint ck_membership_role check (role in ('agent', 'supervisor', 'training_officer', 'trainer', 'venue_host',
          'course_manager', 'state_officer', 'administrator')),
        constraint ck_membership_validity check (valid_to is null or valid_to >= valid_from),
        constraint ex_membership_overlap exclude using gist
          (person_id with =, organisation_id with =, role with =, daterange(valid_from, valid_to) with &&)
      );
      create index ix_membership_person_id on identity.membership (person_id);
      create index ix_membership_organisation_id_role on identity.membership (organisation_id, role);

      create table identity.agent_profile (
        person_id uuid not null constraint pk_agent_profile primary key
          constraint fk_agent_profile_person_id references identity.person (id) on delete cascade,
        employer_id uuid not null constraint fk_agent_profile_employer_id references identity.organisation (id),
        cadre_emplois_id text constraint fk_agent_profile_cadre_emplois_id references identity.cadre_emplois (id),
        category text not null,
        statut text not null,
        metier_code text constraint fk_agent_profile_metier_code references identity.metier (code),
        supervisor_id uuid constraint fk_agent_profile_supervisor_id references identity.person (id) on delete set null,
        is_mediateur boolean not null default false,
        commune_code text constraint fk_agent_profile_commune_code references identity.commune (code),
        version integer not null default 1,
        constraint ck_agent_profile_category check (category in ('A+', 'A', 'B', 'C')),
        constraint ck_agent_profile_statut check (statut in ('fonctionnaire', 'stagiaire_fp', 'contractuel', 'emploi_avenir')),
        constraint ck_agent_profile_cadre check (cadre_emplois_id is not null or statut in ('contractuel', 'emploi_avenir')),
        constraint ck_agent_profile_supervisor check (supervisor_id <> person_id)
      );
      create index ix_agent_profile_employer_id on identity.agent_profile (employer_id);
      create index ix_agent_profile_supervisor_id on identity.agent_profile (supervisor_id);

      create table identity.session (
        id uuid not null default uuidv7() constraint pk_session primary key,
        token_hash bytea not null,
        person_id uuid not null constraint fk_session_person_id references identity.person (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint ck_session_token_hash check (octet_length(token_hash) = 32)
      );
      create unique index uq_session_token_hash on identity.session (token_hash);
      create index ix_session_person_id on identity.session (person_id);
      create index ix_session_expires_at on identity.session (expires_at);

      create table identity.sign_in_throttle (
        key text not null constraint pk_sign_in_throttle primary key,
        minute timestamptz not null,
        attempts integer not null
      );
      create index ix_sign_in_throttle_minute on identity.sign_in_throttle (minute);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
