import { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks to hold a place, the charter and who signed it, the photos of places. */
export class Host1760000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table venues.claim (
        id uuid not null default uuidv7(),
        venue_id uuid not null,
        organisation_id uuid not null,
        person_id uuid not null,
        status text not null default 'asked',
        way text,
        sent_to text,
        link_token text,
        asked_at timestamptz not null,
        deadline timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        reason text,
        constraint pk_claim primary key (id),
        constraint uq_claim_link_token unique (link_token),
        constraint ck_claim_status check (status in ('asked', 'granted', 'refused', 'lapsed')),
        constraint ck_claim_way check (way in ('siret', 'mail', 'administrator')),
        constraint ck_claim_decided check ((status = 'asked') = (decided_at is null)),
        constraint ck_claim_link check ((sent_to is null) = (link_token is null)),
        constraint ck_claim_deadline check (deadline >= asked_at),
        constraint fk_claim_venue_id foreign key (venue_id) references venues.venue (id),
        constraint xfk_claim_organisation_id foreign key (organisation_id) references identity.organisation (id),
        constraint xfk_claim_person_id foreign key (person_id) references identity.person (id),
        constraint xfk_claim_decided_by foreign key (decided_by) references identity.person (id)
      );
      create unique index uq_claim_live on venues.claim (venue_id, organisation_id) where status = 'asked';
      create index ix_claim_waiting on venues.claim (id) where status = 'asked';
      create index ix_claim_organisation_id on venues.claim (organisation_id, id);
      create index ix_claim_venue_id on venues.claim (venue_id);
      create index ix_claim_person_id on venues.claim (person_id, asked_at);

      create table venues.charter_version (
        code text not null,
        title text not null,
        preamble text not null,
        commitments text[] not null,
        hosting_clause text not null,
        source text not null,
        valid_from date not null,
        valid_to date,
        constraint pk_charter_version primary key (code),
        constraint ck_charter_version_validity check (valid_to is null or valid_to > valid_from),
        constraint ck_charter_version_commitments check (cardinality(commitments) > 0)
      );
      create table venues.charter_adhesion (
        id uuid not null default uuidv7(),
        organisation_id uuid not null,
        version_code text not null,
        signed_by uuid not null,
        signatory_name text not null,
        signatory_function text not null,
        signed_at timestamptz not null,
        hosts_cnfpt_sessions boolean not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        constraint pk_charter_adhesion primary key (id),
        constraint ck_charter_adhesion_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null) and withdrawn_at >= signed_at),
        constraint fk_charter_adhesion_version_code foreign key (version_code) references venues.charter_version (code),
        constraint xfk_charter_adhesion_organisation_id foreign key (organisation_id) references identity.organisation (id),
        constraint xfk_charter_adhesion_signed_by foreign key (signed_by) references identity.person (id),
        constraint xfk_charter_adhesion_withdrawn_by foreign key (withdrawn_by) references identity.person (id)
      );
      create unique index uq_charter_adhesion_in_force on venues.charter_adhesion (organisation_id, version_code) where withdrawn_at is null;
      create table venues.session_hosting (
        venue_id uuid not null,
        conditions text,
        accepted_by uuid not null,
        accepted_at timestamptz not null,
        constraint pk_session_hosting primary key (venue_id),
        constraint fk_session_hosting_venue_id foreign key (venue_id) references venues.venue (id),
        constraint xfk_session_hosting_accepted_by foreign key (accepted_by) references identity.person (id)
      );

      -- A place bears the label of what its operator signed, or what the organisation above its operator signed for all its places.
      create view venues.charter_label as
        select distinct on (v.id, a.version_code) v.id as venue_id, a.version_code, a.organisation_id,
               daterange((a.signed_at at time zone 'Europe/Paris')::date, c.valid_to) as period
          from venues.venue v
          join identity.organisation o on o.id = v.operator_id
          join venues.charter_adhesion a on a.organisation_id in (o.id, o.parent_id) and a.withdrawn_at is null
          join venues.charter_version c on c.code = a.version_code
         where c.valid_to is null or (a.signed_at at time zone 'Europe/Paris')::date < c.valid_to
         order by v.id, a.version_code, a.signed_at, a.id;

      create table venues.photo (
        id uuid not null default uuidv7(),
        venue_id uuid not null,
        position integer not null,
        alt text not null,
        width integer not null,
        height integer not null,
        added_at timestamptz not null,
        ready_at timestamptz,
        removed_at timestamptz,
        version integer not null default 1,
        constraint pk_photo primary key (id),
        constraint ex_photo_position exclude using btree (venue_id with =, position with =) where (removed_at is null) deferrable initially deferred,
        constraint ck_photo_position check (position between 0 and 9),
        constraint ck_photo_size check (width > 0 and height > 0),
        constraint fk_photo_venue_id foreign key (venue_id) references venues.venue (id)
      );
      create index ix_photo_venue_id on venues.photo (venue_id);
      create index ix_photo_to_sweep on venues.photo (id) where ready_at is null or removed_at is not null;

      -- A letter may go to a place, whose address is nobody's account.
      alter table notifications.message alter column person_id drop not null;
      create unique index uq_message_to_place on notifications.message (event_id, template) where person_id is null;
    `);
    await runner.query(
      `insert into venues.charter_version (code, title, preamble, commitments, hosting_clause, source, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, '2003-07-10', '2015-10-01'), ($7, $8, $9, $10, $11, $12, '2015-10-01', null)`,
      [
        '2003',
        'Charte NetPublic (2003)',
        'L’État et la collectivité signataire s’engagent ensemble pour que chacun puisse accéder à Internet et s’y former, près de chez soi. Résumé écrit pour Relais : le texte de 2003 n’est pas reproduit.',
        COMMITMENTS,
        'Cette version ne prévoyait pas l’accueil de sessions du CNFPT.',
        'Comité interministériel pour la société de l’information, 10 juillet 2003 : la charte NetPublic remplace le label EPN.',
        '2015',
        'Charte NetPublic, adaptée en 2015',
        'L’État et la collectivité signataire s’engagent ensemble pour que chacun puisse accéder au numérique et s’y former, près de chez soi. La collectivité signe pour tous les lieux qu’elle tient : chacun porte le label dès ce jour. Texte écrit pour Relais.',
        COMMITMENTS,
        'Le lieu accueille des sessions de formation du CNFPT, dans les salles et aux conditions que son responsable accepte.',
        'Convention de coopération État – CNFPT du 1er octobre 2015, article 2.3 : la charte NetPublic est adaptée pour que des formations du CNFPT soient dispensées dans les EPN.',
      ],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const COMMITMENTS = [
  'Réduire les inégalités d’accès : le lieu est ouvert à tous, et chacun y est aidé selon ses besoins.',
  'Agir en partenariat : l’État et la collectivité se concertent, échangent leurs informations et leurs ressources.',
  'Former chacun aux usages du numérique, du premier clic à l’autonomie, avec une personne qualifiée.',
  'Faire connaître les points d’accès : adresse, horaires et services sont publics et tenus à jour.',
  'Délivrer le Passeport internet et multimédia (PIM), ou l’attestation qui lui succède.',
];
