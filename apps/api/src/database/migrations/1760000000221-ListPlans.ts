import { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that read no more than the page they show. */
export class ListPlans1760000000221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index training.ix_enrolment_employer_id_id_status_submitted_at;
      create index ix_enrolment_to_decide on training.enrolment (employer_id, submitted_at, id) where status = 'submitted' and step <> 'opinion';

      create index ix_enrolment_employer_id_id_submitted_at on training.enrolment (employer_id, submitted_at, id);

      -- Dates that have passed and change nothing are not read again at each turn of the clock.
      create index ix_enrolment_silent on training.enrolment (due_at) where step = 'opinion' and due_at is not null;
      create index ix_enrolment_to_remind on training.enrolment (due_at) where status = 'submitted' and reminded_at is null and due_at is not null;

      alter table identity.organisation add search_name text not null default '';
      update identity.organisation set search_name = platform.fold(name);
      create function identity.fold_name() returns trigger language plpgsql as $$
      begin
        new.search_name := platform.fold(new.name);
        return new;
      end $$;
      create trigger tr_organisation_search_name before insert or update of name on identity.organisation for each row execute function identity.fold_name();
      create index ix_organisation_any_siret on identity.organisation (siret) where siret is not null;
      create index ix_organisation_begins on identity.organisation (search_name text_pattern_ops, id);
      create index ix_organisation_holds on identity.organisation using gin (search_name gin_trgm_ops);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
