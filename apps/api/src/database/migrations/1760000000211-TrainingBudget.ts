import { MigrationInterface, QueryRunner } from 'typeorm';

/** What a course leaves to employers, and the yearly budget that their requests engage. */
export class TrainingBudget1760000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      alter table training.course
        add employer_cents integer not null default 0,
        add constraint ck_course_employer_cents check (employer_cents between 0 and 10000000 and (employer_cents = 0 or financing_regime <> 'cnfpt'));

      alter table training.employer_chain
        add budget_cents integer,
        add budget_blocks boolean not null default false,
        add constraint ck_employer_chain_budget check (budget_cents between 0 and 2000000000),
        add constraint ck_employer_chain_budget_blocks check (not budget_blocks or (validates and budget_cents is not null));

      alter table training.enrolment
        add engaged_on date,
        add constraint ck_enrolment_engaged_on check (cost_cents >= 0 and (engaged_on is null or cost_cents > 0));
      create index ix_enrolment_engaged on training.enrolment (employer_id, engaged_on) where engaged_on is not null;

      -- Whether the employer has agreed to a request, which has not ended since.
      create function training.is_engaged(p_status text, p_step text) returns boolean language sql immutable
        return (p_status not in ('draft', 'submitted') or p_step is not distinct from 'visa') and p_status not in ('refused', 'withdrawn', 'not_selected', 'cancelled');

      -- What an employer has engaged in the year of that day, in cents.
      create function training.engaged_cents(p_employer uuid, p_day date) returns bigint language sql stable
        return (select coalesce(sum(e.cost_cents), 0) from training.enrolment e
          where e.employer_id = p_employer and e.engaged_on >= date_trunc('year', p_day)::date and e.engaged_on < (date_trunc('year', p_day) + interval '1 year')::date);

      -- A request that costs something engages the budget when its employer agrees, and gives it back when it ends. The chain of the employer is held,
      -- after the session: two agreements at once are counted one after the other.
      create function training.keep_budget() returns trigger language plpgsql as $$
      declare
        h record;
        day date := (coalesce(new.decided_at, now()) at time zone 'Europe/Paris')::date;
      begin
        if not training.is_engaged(new.status, new.step) then
          new.engaged_on := null;
        elsif new.engaged_on is null then
          select c.budget_cents, c.budget_blocks into h from training.employer_chain c where c.organisation_id = new.employer_id for no key update;
          if h.budget_blocks and training.engaged_cents(new.employer_id, day) + new.cost_cents > h.budget_cents then
            raise exception 'over budget' using errcode = 'check_violation', constraint = 'ck_enrolment_budget';
          end if;
          new.engaged_on := day;
        end if;
        return new;
      end $$;
      create trigger tr_enrolment_insert_budget before insert on training.enrolment for each row when (new.cost_cents > 0) execute function training.keep_budget();
      -- The condition costs nothing to requests that the CNFPT pays for.
      create trigger tr_enrolment_budget before update of status, step, cost_cents on training.enrolment
        for each row when (new.cost_cents > 0 and (old.status, old.step, old.cost_cents) is distinct from (new.status, new.step, new.cost_cents))
        execute function training.keep_budget();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
