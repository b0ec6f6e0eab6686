import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MovedRow } from './merge.entity';

interface Follower {
  table: string;
  /** `$1` leaves for `$2`; `$3` is the name of the place it leaves. Answers id, before, after. */
  move: string;
  /** `$1` comes back from `$2`; `$3` are the rows that had left. What was renamed since keeps its new name. */
  back: string;
}

const back = (table: string, rank?: string) => `
  update ${table} t set venue_id = $1 ${rank ? `, ${rank} = case when t.${rank}::text = w.after then w.before${rank === 'position' ? '::int' : ''} else t.${rank} end` : ''}
    from jsonb_to_recordset($3::jsonb) as w(id uuid, before text, after text) where t.id = w.id and t.venue_id = $2`;

/** What belongs to a place and goes with it. The bookings of a room follow it by themselves (`xfk_booking_room_venue`). */
const FOLLOWERS: readonly Follower[] = [
  {
    table: 'venues.room',
    move: `with mine as (
             select r.id, r.name, r.retired_at is null and exists (
                      select 1 from venues.room k where k.venue_id = $2 and k.name = r.name and k.retired_at is null) as clash
               from venues.room r where r.venue_id = $1 for no key update)
           update venues.room r set venue_id = $2, version = r.version + 1,
                  name = case when m.clash then left(m.name, 60) || ' (' || left($3::text, 60) || ')' else r.name end
             from mine m where m.id = r.id returning r.id, m.name as before, r.name as after`,
    back: back('venues.room', 'name'),
  },
  {
    table: 'venues.equipment',
    move: `with mine as (
             select e.id, e.name, e.retired_at is null and e.room_id is null and exists (
                      select 1 from venues.equipment k where k.venue_id = $2 and k.room_id is null and lower(k.name) = lower(e.name) and k.retired_at is null) as clash
               from venues.equipment e where e.venue_id = $1 for no key update)
           update venues.equipment e set venue_id = $2, name = case when m.clash then left(m.name, 60) || ' (' || left($3::text, 60) || ')' else e.name end
             from mine m where m.id = e.id returning e.id, m.name as before, e.name as after`,
    back: back('venues.equipment', 'name'),
  },
  {
    // Days the kept place is closed already stay told once.
    table: 'venues.closure',
    move: `update venues.closure c set venue_id = $2
            where c.venue_id = $1 and $3::text is not null
              and not exists (select 1 from venues.closure k where k.venue_id = $2 and k.period && c.period) returning c.id`,
    back: back('venues.closure'),
  },
  {
    // After those of the kept place, as long as there is room for them.
    table: 'venues.photo',
    move: `with mine as (
             select p.id, p.position, row_number() over (order by p.position, p.id)
                    + (select coalesce(max(k.position), -1) from venues.photo k where k.venue_id = $2 and k.removed_at is null) as next
               from venues.photo p where p.venue_id = $1 and p.removed_at is null and $3::text is not null)
           update venues.photo p set venue_id = $2, position = m.next, version = p.version + 1
             from mine m where m.id = p.id and m.next <= 9 returning p.id, m.position as before, p.position as after`,
    back: back('venues.photo', 'position'),
  },
  {
    // What is asked of a place is asked of the one that stands for it; an organisation asks once.
    table: 'venues.claim',
    move: `update venues.claim c set venue_id = $2
            where c.venue_id = $1 and c.status = 'asked' and $3::text is not null
              and not exists (select 1 from venues.claim k where k.venue_id = $2 and k.organisation_id = c.organisation_id and k.status = 'asked') returning c.id`,
    back: `${back('venues.claim')} and t.status = 'asked'`,
  },
];

@Injectable()
export class MergeMoves {
  constructor(private readonly db: Database) {}

  async move(fromId: string, toId: string, fromName: string): Promise<MovedRow[]> {
    const moved: MovedRow[] = [];
    for (const { table, move } of FOLLOWERS) {
      const rows = await this.db.query<Omit<MovedRow, 'table'>>(move, [fromId, toId, fromName]);
      moved.push(...rows.map((row) => ({ table, ...row })));
    }
    return moved;
  }

  async back(toId: string, fromId: string, moved: readonly MovedRow[]): Promise<void> {
    for (const { table, back } of FOLLOWERS) {
      const mine = moved.filter((row) => row.table === table);
      if (mine.length) await this.db.query(back, [toId, fromId, JSON.stringify(mine)]);
    }
  }
}
