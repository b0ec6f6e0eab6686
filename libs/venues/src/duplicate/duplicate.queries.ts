import { Clock, cursorKey, Database, notFound, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Venue } from '../venue/venue.entity';
import type { ComparedField, ComparedPlace, DuplicateDetail, DuplicatePage, DuplicateSearch, DuplicateView } from './duplicate.dto';
import { Duplicate } from './duplicate.entity';
import { duplicateLife, type Likeness, reasonsOf } from './duplicate.rules';
import { MERGE_FIELDS, MERGE_FIELD_NAMES } from './merge.rules';

const PLACE = (v: string) => `jsonb_build_object('id', ${v}.id, 'slug', ${v}.slug, 'name', ${v}.name, 'address', ${v}.address,
  'postalCode', ${v}.postal_code, 'communeName', ${v}.commune_name, 'source', ${v}.source,
  'operatorName', (select o.name from identity.organisation o where o.id = ${v}.operator_id))`;

type Row = Omit<DuplicateView, 'reasons'> & Likeness & { score: string };

@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The likeliest first. A proposal about a place that was merged since waits out of sight. */
  async list({ status, limit, cursor }: DuplicateSearch): Promise<DuplicatePage> {
    const key = cursorKey(cursor, 'number', 'uuid');
    const rows = await this.db.query<Row>(
      `select d.id, d.status, d.score::float8::text as score, d.name_similarity as "nameSimilarity", d.distance_metres as "distanceMetres",
              d.same_street as "sameStreet", d.same_pivot as "samePivot", d.decided_at as "decidedAt", ${PLACE('a')} as first, ${PLACE('b')} as second
         from venues.duplicate d join venues.venue a on a.id = d.first_id join venues.venue b on b.id = d.second_id
        where d.status = $1 and (d.status <> 'proposed' or (a.merged_into is null and b.merged_into is null))
          and ($2::float8 is null or d.score <= $2::float8::real and (d.score < $2::float8::real or d.id > $3::uuid))
        order by d.score desc, d.id limit $4`,
      [status, key?.[0] ?? null, key?.[1] ?? null, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, (row) => [row.score, row.id]);
    return { items: items.map(viewOf), nextCursor };
  }

  async detail(id: string): Promise<DuplicateDetail> {
    const duplicate = await this.db.em.findOneBy(Duplicate, { id });
    if (!duplicate) throw notFound('duplicate');
    const { firstId, secondId, status, decidedAt } = duplicate;
    const [first, second] = await this.places(firstId, secondId);
    const around = await this.around(id, firstId, secondId);
    return {
      id,
      status,
      decidedAt,
      reasons: reasonsOf(duplicate),
      first: { ...around.first, status: first.status, version: first.version },
      second: { ...around.second, status: second.status, version: second.version },
      keptId: around.keptId,
      fields: MERGE_FIELD_NAMES.map((field) => compared(field, first, second)).filter((line) => line.first.length + line.second.length > 0),
      actions: duplicateLife.available(status),
    };
  }

  private async places(firstId: string, secondId: string): Promise<[Venue, Venue]> {
    const both = await this.db.em.findBy(Venue, [{ id: firstId }, { id: secondId }]);
    const byId = (id: string) => both.find((venue) => venue.id === id)!;
    return [byId(firstId), byId(secondId)];
  }

  private async around(id: string, firstId: string, secondId: string) {
    const seen = (param: string) => `(select ${PLACE('v')} || jsonb_build_object(
        'rooms', (select count(*) from venues.room r where r.venue_id = v.id),
        'comingBookings', (select count(*) from venues.booking k where k.venue_id = v.id and k.status in ('held', 'confirmed') and upper(k.period) > $4))
      from venues.venue v where v.id = ${param})`;
    const row = await this.db.one<{ first: ComparedPlace; second: ComparedPlace; keptId: string | null }>(
      `select ${seen('$2')} as first, ${seen('$3')} as second,
              (select m.kept_id from venues.merge m where m.duplicate_id = $1 and m.undone_at is null) as "keptId"`,
      [id, firstId, secondId, this.clock.now()],
    );
    return row!;
  }
}

function viewOf({ score: _score, nameSimilarity, sameStreet, samePivot, ...shown }: Row): DuplicateView {
  return { ...shown, reasons: reasonsOf({ nameSimilarity, sameStreet, samePivot, distanceMetres: shown.distanceMetres }) };
}

function compared(field: ComparedField['field'], first: Venue, second: Venue): ComparedField {
  const values = (venue: Venue) =>
    MERGE_FIELDS[field].shown.flatMap((column) => venue[column] ?? []).map(String).filter(Boolean);
  const [a, b] = [values(first), values(second)];
  return { field, first: a, second: b, same: isDeepStrictEqual(a, b) };
}
