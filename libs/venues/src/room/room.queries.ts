import { cursorId, Database, invalid, page, Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { RoomCard, RoomSearch } from './room.dto';
import { ROOM, SHARED_EQUIPMENT } from './room.sql';

interface Row extends Omit<RoomCard, 'venue'> {
  venueId: string;
  slug: string;
  venueName: string;
  communeName: string | null;
  departementCode: string | null;
  timeZone: string;
}

@Injectable()
export class RoomQueries {
  constructor(private readonly db: Database) {}

  /** Rooms of published places; when a period is asked, on the clock of each place, whether they are free. */
  async search({
    id,
    departement,
    minCapacity,
    date,
    start,
    end,
    limit,
    cursor,
  }: RoomSearch): Promise<Page<RoomCard>> {
    const asked = [date, start, end].filter((part) => part !== undefined).length;
    if (asked !== 0 && asked !== 3)
      throw invalid(
        '/date',
        'room.period_incomplete',
        'Indiquez ensemble la date, l’heure de début et l’heure de fin.',
      );
    if (start !== undefined && end !== undefined && start >= end)
      throw invalid('/end', 'room.period_empty', 'L’heure de fin doit suivre l’heure de début.');
    const rows = await this.db.query<Row>(
      `select ${ROOM}, ${SHARED_EQUIPMENT} as "sharedEquipment",
              v.id as "venueId", v.slug, v.name as "venueName", v.commune_name as "communeName", v.departement_code as "departementCode",
              v.time_zone as "timeZone",
              case when $3::date is null then null else not exists (
                select 1 from venues.booking b where b.room_id = r.id and b.status in ('held', 'confirmed')
                   and b.period && tstzrange(($3::date + $4::time) at time zone v.time_zone, ($3::date + $5::time) at time zone v.time_zone)
              ) end as free
         from venues.room r join venues.venue v on v.id = r.venue_id
        where v.status = 'published' and r.retired_at is null and ($1::text is null or v.departement_code = $1) and ($2::int is null or r.capacity >= $2)
          and ($8::uuid is null or r.id = $8)
          and ($6::uuid is null or (v.search_text, r.id) > (select cv.search_text, c.id from venues.room c join venues.venue cv on cv.id = c.venue_id where c.id = $6))
        order by v.search_text, r.id limit $7`,
      [
        departement ?? null,
        minCapacity ?? null,
        date ?? null,
        start ?? null,
        end ?? null,
        cursorId(cursor),
        limit + 1,
        id ?? null,
      ],
    );
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(card), nextCursor };
  }
}

function card({ venueId, slug, venueName, communeName, departementCode, timeZone, ...room }: Row): RoomCard {
  return { ...room, venue: { id: venueId, slug, name: venueName, communeName, departementCode, timeZone } };
}
