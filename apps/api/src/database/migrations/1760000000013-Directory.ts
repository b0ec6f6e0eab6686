import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public directory searches: words, and a position on the globe. */
export class Directory1760000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists cube;
      create extension if not exists earthdistance;

      -- What is left of a text once accents, case and punctuation are gone: an elision or a slash separates words.
      create function venues.bare(value text) returns text language sql immutable strict parallel safe
        return regexp_replace(platform.fold(value), '[^a-z0-9]+', ' ', 'g');

      -- The stem of each word, and the word itself for the beginnings people type.
      create function venues.lexemes(value text, weight "char") returns tsvector language sql immutable strict parallel safe
        return setweight(to_tsvector('pg_catalog.french', value) || to_tsvector('pg_catalog.simple', value), weight);

      -- Words asked for, all of them: by their stem, or by how they begin. Words without meaning count only when alone.
      create function venues.asked(words text[]) returns tsquery language sql immutable strict parallel safe
      begin atomic
        select to_tsquery('pg_catalog.simple', string_agg(case when length(word) > 1 then stem || word || ':*)' else stem || word || ')' end, ' & '))
          from (select word, '(' || coalesce((ts_lexize('pg_catalog.french_stem', word))[1] || ' | ', '') as stem,
                       ts_lexize('pg_catalog.french_stem', word) <> '{}' as means
                  from unnest(words) as word) each
         where means or not exists (select 1 from unnest(words) as other where ts_lexize('pg_catalog.french_stem', other) <> '{}');
      end;

      alter table venues.venue add search_terms tsvector, add position cube;

      create function venues.index_venue() returns trigger language plpgsql as $$
      begin
        new.search_terms :=
          venues.lexemes(new.search_text || ' ' || coalesce(new.postal_code, '') || ' ' || coalesce(lower(new.commune_code), ''), 'A')
          || venues.lexemes(venues.bare(platform.words(new.services || new.programmes || new.labels || new.other_labels || new.typologies)), 'B')
          || venues.lexemes(venues.bare(coalesce(new.summary, '') || ' ' || coalesce(new.address, '')), 'C')
          || venues.lexemes(venues.bare(left(coalesce(new.description, ''), 2000)), 'D');
        new.position := public.ll_to_earth(new.latitude, new.longitude);
        return new;
      end $$;
      create trigger tr_venue_index before insert or update of search_text, postal_code, commune_code, services, programmes, labels, other_labels,
          typologies, summary, address, description, latitude, longitude, search_terms, position
        on venues.venue for each row execute function venues.index_venue();
      update venues.venue set search_text = search_text;

      create index ix_venue_search_terms on venues.venue using gin (search_terms);
      create index ix_venue_position on venues.venue using gist (position);
      create index ix_venue_unlocated on venues.venue (id) where position is null and status = 'published';
      create index ix_venue_lists on venues.venue using gin (services, publics, care, fees, programmes, labels, typologies);

      -- One row per transaction that wrote places. Rows only ever come, so their sum tells whether anything was committed
      -- since it was last read, in whatever order transactions end; a single counter would make all writers wait for one another.
      create table venues.directory_change (
        xid xid8 not null default pg_current_xact_id(),
        changes bigint not null default 1,
        changed_at timestamptz not null default clock_timestamp(),
        constraint pk_directory_change primary key (xid)
      );
      create function venues.directory_changed() returns trigger language plpgsql as $$
      begin
        insert into venues.directory_change default values on conflict do nothing;
        return null;
      end $$;
      create trigger tr_venue_changed after insert or update or delete on venues.venue for each statement execute function venues.directory_changed();

      -- What a spreadsheet would run as a formula is quoted; so is what already looks quoted, so that reading takes off exactly one quote.
      create function venues.cell(value text) returns text language sql immutable parallel safe
        return case when strpos('=+-@＝＋－＠' || chr(9) || chr(13), nullif(left(ltrim(value, ''''), 1), '')) > 0 then '''' || value else value end;

      -- A mobile number is most often someone's own.
      create function venues.public_phone(value text) returns text language sql immutable parallel safe
        return case when value !~ '^\\+(33[67]|262(69[23]|639)|590(69[01]|691)|59469|59669|687[789]|6898[79]|508[45])' then value end;

      -- Addresses that name a person (« prenom.nom ») or a mailbox at home, unless they say what they are the address of.
      create function venues.public_emails(values_ text[]) returns text language sql immutable parallel safe
        return case when values_ <> '{}' then (select string_agg(email, '|' order by n) from unnest(values_) with ordinality as each (email, n)
          where email ~* '^[^@]*(accueil|admin|asso|atelier|biblio|bonjour|ccas|centre|cias|commun|contact|csc|culture|cyber|direction|emploi|epn|espace|fablab|formation|france|hello|info|insertion|jeunes|mairie|maison|media|mission|mjc|numeri|pimms|point|pole|public|relais|secretariat|service|social|tiers|ville)[^@]*@'
             or email !~* '^([a-z]+(-[a-z]+)?[._][a-z]+(-[a-z]+)?@|[^@]*@(gmail|googlemail|orange|wanadoo|free|sfr|neuf|laposte|hotmail|live|outlook|msn|yahoo|ymail|icloud|me|gmx|proton|protonmail|aol|numericable|bbox|mail|canl|lagoon|mls|mana)\\.[a-z.]+$)') end;

      -- The places that can be told in the national standard v1.0.2, in its words.
      create view venues.open_place as
        select v.id, coalesce(v.pivot, '00000000000000') as pivot, v.name as nom, v.commune_name as commune, p.code as code_postal, v.commune_code as code_insee,
               v.address as adresse, v.address_extra as complement_adresse, v.latitude, v.longitude, nullif(array_to_string(v.typologies, '|'), '') as typologie,
               venues.public_phone(v.phone) as telephone, venues.public_emails(v.emails) as courriels, nullif(array_to_string(v.website || v.other_websites, '|'), '') as site_web,
               v.opening_hours as horaires, v.summary as presentation_resume, v.description as presentation_detail, coalesce(v.collected_by, 'Relais') as source,
               v.itinerance, v.parent_structure as structure_parente, v.updated_on as date_maj, nullif(array_to_string(v.services, '|'), '') as services,
               nullif(array_to_string(v.publics, '|'), '') as publics_specifiquement_adresses, nullif(array_to_string(v.care, '|'), '') as prise_en_charge_specifique,
               nullif(array_to_string(v.fees, '|'), '') as frais_a_charge, nullif(array_to_string(v.programmes, '|'), '') as dispositif_programmes_nationaux,
               nullif(array_to_string(array_replace(v.labels, 'Étapes numériques (La Poste)', 'Étapes numériques(La Poste)'), '|'), '') as formations_labels,
               nullif(array_to_string(v.other_labels, '|'), '') as autres_formations_labels, nullif(array_to_string(v.access_modes, '|'), '') as modalites_acces,
               nullif(array_to_string(v.support_modes, '|'), '') as modalites_accompagnement, v.accesslibre_url as fiche_acces_libre, v.booking_url as prise_rdv
          from venues.venue v
          cross join lateral (select coalesce(v.postal_code, (select c.postal_codes[1] from identity.commune c where c.code = v.commune_code)) as code) p
         where v.status = 'published' and p.code is not null and v.address is not null and v.commune_name is not null and v.updated_on is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
