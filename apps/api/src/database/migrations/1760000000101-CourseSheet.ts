import { MigrationInterface, QueryRunner } from 'typeorm';

export class CourseSheet1760000000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema curriculum;

      create table curriculum.framework (
        code text not null constraint pk_framework primary key,
        edition text not null,
        label text not null,
        licence text not null,
        language text not null default 'fr'
      );
      create table curriculum.competency (
        id uuid not null default uuidv7() constraint pk_competency primary key,
        framework_code text not null constraint fk_competency_framework_code references curriculum.framework (code),
        code text not null,
        label text not null,
        domain text not null default '',
        levels text[] not null default '{}'
      );
      create unique index uq_competency_framework_code_code on curriculum.competency (framework_code, code);

      create table training.audience (
        code text not null constraint pk_audience primary key,
        label text not null,
        valid_from date not null,
        valid_until date,
        constraint ck_audience_validity check (valid_until is null or valid_until >= valid_from)
      );
      insert into training.audience (code, label, valid_from, valid_until) values
        ('A+', 'Catégorie A+', '2015-10-01', null),
        ('A', 'Catégorie A', '2015-10-01', null),
        ('B', 'Catégorie B', '2015-10-01', null),
        ('C', 'Catégorie C', '2015-10-01', null),
        ('mediateur', 'Médiatrices et médiateurs numériques', '2015-10-01', null),
        ('emploi_avenir', 'Jeunes en emploi d’avenir', '2015-10-01', null);

      create table training.financing_regime (
        code text not null constraint pk_financing_regime primary key,
        label text not null,
        conditions text not null,
        valid_from date not null,
        valid_until date,
        constraint ck_financing_regime_validity check (valid_until is null or valid_until >= valid_from)
      );
      insert into training.financing_regime (code, label, conditions, valid_from, valid_until) values
        ('cnfpt', 'Pris en charge par le CNFPT', 'Réservé aux agents territoriaux : le CNFPT prend la formation en charge au titre de la cotisation de leur employeur (article 4 de la convention).', '2015-10-01', null),
        ('shared', 'Partagé entre les deux parties', 'Ouvert à d’autres publics : le CNFPT prend en charge les agents territoriaux, l’État ou l’employeur les autres participants, selon ce qui est convenu.', '2015-10-01', null),
        ('project_sheet', 'Fixé par une fiche technique', 'Les modalités administratives et financières sont celles de la fiche technique de l’action (article 4 et annexe 1 de la convention).', '2015-10-01', null);

      create table training.classification (
        scheme text not null,
        code text not null,
        label text not null,
        constraint pk_classification primary key (scheme, code),
        constraint ck_classification_scheme check (scheme in ('nsf', 'rome'))
      );

      alter table training.course
        add column situations text[] not null default '{}',
        add column attestation_conditions text not null default '',
        add column accessibility text not null default '',
        add column materials_rgaa text not null default 'non_evalue',
        add column financing_conditions text not null default '',
        add column source text not null default 'Relais',
        add column attribution text not null default '',
        drop constraint ck_course_audience,
        drop constraint ck_course_financing,
        add constraint ck_course_materials_rgaa check (materials_rgaa in ('conforme', 'partiel', 'non_conforme', 'non_evalue')),
        add constraint ck_course_source check (source <> ''),
        add constraint fk_course_financing_regime foreign key (financing_regime) references training.financing_regime (code);
      create index ix_course_financing_regime on training.course (financing_regime);

      -- Plain text becomes the markup that the sheet now keeps.
      update training.course set content = coalesce((
          select string_agg('<p>' || replace(trim(paragraph), E'\\n', '<br />') || '</p>', '' order by n)
            from regexp_split_to_table(replace(replace(replace(content, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '\\n[ \\t]*\\n\\s*') with ordinality as t(paragraph, n)
           where trim(paragraph) <> ''), '')
       where content <> '';
      -- What the order of 1 August 2023 (article 3) asks of a published sheet, where nobody had been asked for it.
      update training.course set
          objectives = case when objectives = '{}' then array[summary] else objectives end,
          content = case when content = '' then '<p>' || replace(replace(replace(summary, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>' else content end,
          prerequisites = case when prerequisites = '' then 'Aucun prérequis.' else prerequisites end,
          attestation_conditions = 'Une attestation est remise à l’agent et à son employeur pour les heures suivies.'
       where status = 'published';
      alter table training.course add constraint ck_course_mentions check (
        status <> 'published' or (objectives <> '{}' and content <> '' and prerequisites <> '' and attestation_conditions <> ''));

      create table training.course_audience (
        course_id uuid not null constraint fk_course_audience_course_id references training.course (id) on delete cascade,
        audience text not null constraint fk_course_audience_audience references training.audience (code),
        valid_from date not null,
        valid_until date,
        constraint pk_course_audience primary key (course_id, audience, valid_from),
        constraint ck_course_audience_validity check (valid_until is null or valid_until >= valid_from),
        constraint ex_course_audience_overlap exclude using gist (course_id with =, audience with =, daterange(valid_from, valid_until, '[]') with &&)
      );
      create index ix_course_audience_audience on training.course_audience (audience);
      insert into training.course_audience (course_id, audience, valid_from)
        select id, a, '2015-10-01' from training.course, unnest(audience_categories) as a;

      create table training.course_metier (
        course_id uuid not null constraint fk_course_metier_course_id references training.course (id) on delete cascade,
        metier_code text not null constraint xfk_course_metier_metier_code references identity.metier (code),
        constraint pk_course_metier primary key (course_id, metier_code)
      );
      create index ix_course_metier_metier_code on training.course_metier (metier_code);

      create table training.course_competency (
        course_id uuid not null constraint fk_course_competency_course_id references training.course (id) on delete cascade,
        competency_id uuid not null constraint xfk_course_competency_competency_id references curriculum.competency (id),
        level smallint,
        constraint pk_course_competency primary key (course_id, competency_id),
        constraint ck_course_competency_level check (level between 1 and 20)
      );
      create index ix_course_competency_competency_id on training.course_competency (competency_id);

      create table training.course_code (
        course_id uuid not null constraint fk_course_code_course_id references training.course (id) on delete cascade,
        scheme text not null,
        code text not null,
        constraint pk_course_code primary key (course_id, scheme, code),
        constraint fk_course_code_code_scheme foreign key (scheme, code) references training.classification (scheme, code)
      );
      create index ix_course_code_code_scheme on training.course_code (scheme, code);

      create table training.course_version (
        course_id uuid not null constraint fk_course_version_course_id references training.course (id) on delete cascade,
        version integer not null,
        at timestamptz not null,
        by uuid,
        fields text[] not null,
        restored_from integer,
        snapshot jsonb not null,
        constraint pk_course_version primary key (course_id, version),
        constraint ck_course_version_restored check (restored_from < version)
      );
      insert into training.course_version (course_id, version, at, by, fields, snapshot)
        select c.id, c.version, c.updated_at, c.created_by, '{}', jsonb_build_object(
          'title', c.title, 'summary', c.summary, 'theme', c.theme, 'keywords', c.keywords, 'situations', c.situations, 'objectives', c.objectives,
          'content', c.content,
          'audiences', (select coalesce(jsonb_agg(jsonb_build_object('code', a.audience, 'label', t.label, 'from', a.valid_from, 'until', a.valid_until) order by a.audience, a.valid_from), '[]')
                          from training.course_audience a join training.audience t on t.code = a.audience where a.course_id = c.id),
          'audienceNote', c.audience_note, 'prerequisites', c.prerequisites, 'modality', c.modality, 'durationHours', c.duration_hours::float8,
          'evaluation', c.evaluation, 'attestationConditions', c.attestation_conditions, 'accessibility', c.accessibility,
          'materialsRgaa', c.materials_rgaa, 'metiers', '[]'::jsonb, 'competencies', '[]'::jsonb, 'nsf', '[]'::jsonb, 'rome', '[]'::jsonb,
          'financingRegime', c.financing_regime, 'financingConditions', c.financing_conditions, 'source', c.source, 'attribution', c.attribution,
          'status', c.status)
          from training.course c;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
