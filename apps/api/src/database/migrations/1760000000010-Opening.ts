import { MigrationInterface, QueryRunner } from 'typeorm';
import { openingColumns } from '@app/venues';

/** When places are open, as the database can search it. */
export class Opening1760000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.venue
        add column week_hours int4multirange,
        add column holiday_hours int4multirange,
        add column holiday_territory text not null default 'metropole',
        add constraint ck_venue_week_hours check (week_hours <@ '{[0,10080)}'),
        add constraint ck_venue_holiday_hours check (holiday_hours <@ '{[0,1440)}');

      update venues.venue v set holiday_territory = d.holiday_territory
        from identity.departement d where d.code = v.departement_code and d.holiday_territory <> 'metropole';

      create table venues.closure (
        id uuid not null default uuidv7(),
        venue_id uuid not null,
        period daterange not null,
        reason text not null,
        constraint pk_closure primary key (id),
        constraint ck_closure_period check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
        constraint ex_closure_venue_period exclude using gist (venue_id with =, period with &&),
        constraint fk_closure_venue_id foreign key (venue_id) references venues.venue (id)
      );

      -- Whether a place is open at an instant, on its own clock; null when its hours are unknown.
      create function venues.is_open(v venues.venue, at timestamptz) returns boolean language sql stable parallel safe as $$
        select case
          when v.week_hours is null then null
          when exists (select from venues.closure c where c.venue_id = v.id and c.period @> l.at::date) then false
          when v.holiday_hours is not null and exists (
            select from identity.public_holiday h where h.date = l.at::date and h.territory = v.holiday_territory
          ) then v.holiday_hours @> m.minute
          else v.week_hours @> (extract(isodow from l.at)::int - 1) * 1440 + m.minute
        end
        from (select at at time zone v.time_zone as at) l,
          lateral (select extract(hour from l.at)::int * 60 + extract(minute from l.at)::int as minute) m
      $$;
    `);
    const written: { hours: string }[] = await runner.query(
      'select distinct opening_hours as hours from venues.venue where opening_hours is not null',
    );
    for (const { hours } of written) {
      const { weekHours, holidayHours } = openingColumns(hours);
      if (weekHours)
        await runner.query('update venues.venue set week_hours = $2, holiday_hours = $3 where opening_hours = $1', [
          hours,
          weekHours,
          holidayHours,
        ]);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
