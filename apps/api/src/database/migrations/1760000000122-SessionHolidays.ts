import { MigrationInterface, QueryRunner } from 'typeorm';

/** No half-day of a session is put on a public holiday of its place; what was there before stays. */
export class SessionHolidays1760000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function training.guard_session_slot_day() returns trigger language plpgsql as $$
      begin
        if exists (select from training.session s join venues.venue v on v.id = s.venue_id
                     join identity.public_holiday h on h.territory = v.holiday_territory and h.date = new.local_date where s.id = new.session_id) then
          raise exception 'half-day on a public holiday' using errcode = 'check_violation', constraint = 'ck_session_slot_holiday', schema = 'training', table = 'session_slot';
        end if;
        return new;
      end $$;
      create trigger tr_session_slot_holiday before insert or update of local_date on training.session_slot
        for each row execute function training.guard_session_slot_day();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
