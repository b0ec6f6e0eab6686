import { MigrationInterface, QueryRunner } from 'typeorm';

/** Communes, départements, régions, public holidays, métiers, cadres d’emplois. */
export class Reference1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists identity;

      create table identity.region (
        code text not null,
        name text not null,
        constraint pk_region primary key (code)
      );

      create table identity.departement (
        code text not null,
        name text not null,
        region_code text not null,
        time_zone text not null,
        holiday_territory text not null,
        constraint pk_departement primary key (code),
        constraint fk_departement_region_code foreign key (region_code) references identity.region (code)
      );

      create table identity.commune (
        code text not null,
        name text not null,
        search_name text not null,
        departement_code text not null,
        region_code text not null,
        population integer,
        postal_codes text[] not null,
        lat double precision,
        lon double precision,
        constraint pk_commune primary key (code),
        constraint fk_commune_departement_code foreign key (departement_code) references identity.departement (code),
        constraint fk_commune_region_code foreign key (region_code) references identity.region (code)
      );
      create index ix_commune_search_name on identity.commune (search_name text_pattern_ops);
      create index ix_commune_departement_code on identity.commune (departement_code);

      create table identity.cadre_emplois (
        id text not null,
        edition text not null,
        filiere text not null,
        name text not null,
        category text not null,
        valid_from date not null,
        valid_to date,
        constraint pk_cadre_emplois primary key (id),
        constraint ck_cadre_emplois_category check (category in ('A+', 'A', 'B', 'C')),
        constraint ck_cadre_emplois_valid_to check (valid_to is null or valid_to >= valid_from)
      );
      create index ix_cadre_emplois_edition on identity.cadre_emplois (edition);

      create table identity.metier (
        code text not null,
        edition text not null,
        label text not null,
        family text not null,
        domain text not null,
        constraint pk_metier primary key (code)
      );

      create table identity.public_holiday (
        date date not null,
        territory text not null,
        name text not null,
        constraint pk_public_holiday primary key (date, territory)
      );

      create table identity.reference_load (
        name text not null,
        hash text not null,
        loaded_at timestamptz not null,
        constraint pk_reference_load primary key (name)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
