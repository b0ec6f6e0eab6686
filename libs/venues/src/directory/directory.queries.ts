import { Clock, Database, invalid, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { searchWords } from '../venue/text.rules';
import { VENUE_CARD } from '../venue/venue.queries';
import { isOpenSql, Question, questionOf } from './directory-filter';
import { DirectoryCard, DirectoryPage, DirectorySearch, MapPoint, MapPoints, PointsQuery } from './directory.dto';
import { Order, orderOf } from './directory-order';
import { cellOf, checkNear, chordOf, metresOf, sortOf } from './near.rules';

interface Centre {
  lat: number;
  lon: number;
}
type Found = DirectoryCard & { key: number | null };

const MOST_POINTS = 1000;

/** The public directory of places: words, filters, and the nearest first. */
@Injectable()
export class DirectoryQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async search(query: DirectorySearch): Promise<DirectoryPage> {
    checkNear(query);
    const centre = await this.centreOf(query);
    const question = questionOf(query, this.clock.now());
    const here = centre && around(question, centre, query.radius);
    const order = orderOf(sortOf(query, here !== null), here, searchWords(query.q ?? ''));
    const isFirst = !query.cursor;
    const [rows, total] = await Promise.all([
      this.rows(question, order, here, query),
      isFirst && !(centre && !query.radius) ? this.count(question) : null,
    ]);
    const answer = page(rows, query.limit, ({ key, id }) => (key === null ? [id] : [key, id]));
    return { ...answer, items: answer.items.map(({ key: _key, ...card }) => card), total };
  }

  /** Places for a map: those less than a marker apart are counted together. */
  async points(query: PointsQuery): Promise<MapPoints> {
    checkNear(query);
    const centre = await this.centreOf(query);
    const question = questionOf(query, this.clock.now());
    if (centre) around(question, centre, query.radius);
    question.conditions.push('v.latitude is not null');
    const side = (column: string, sign: string, value: number | undefined) => {
      if (value !== undefined) question.where((p) => `v.${column} ${sign} ${p}`, value);
    };
    side('latitude', '>=', query.south);
    side('latitude', '<=', query.north);
    side('longitude', '>=', query.west);
    side('longitude', '<=', query.east);
    const cell = `$${question.params.push(cellOf(query.zoom ?? 5))}::float8`;
    const items = await this.db.query<MapPoint>(
      `select avg(v.latitude) as latitude, avg(v.longitude) as longitude, count(*)::int as count,
              case when count(*) = 1 then min(v.slug) end as slug, case when count(*) = 1 then min(v.name) end as name
         from venues.venue v where ${question.conditions.join(' and ')}
        group by floor(v.latitude / ${cell}), floor(v.longitude / ${cell}) order by count(*) desc, min(v.slug) limit ${MOST_POINTS}`,
      question.params,
    );
    return { items, total: items.reduce((sum, { count }) => sum + count, 0) };
  }

  private rows(asked: Question, order: Order, here: string | null, query: DirectorySearch): Promise<Found[]> {
    const question = { conditions: asked.conditions, params: [...asked.params] };
    const { key, by, after } = order.at(question, query.cursor);
    const isOpen = query.open ? 'true' : isOpenSql(query, this.clock.now(), question.params);
    const where = after === null ? question.conditions : [...question.conditions, after];
    return this.db.query<Found>(
      `select ${VENUE_CARD}, ${key} as key, ${here ? metresOf(`(v.position <-> ${here})`) : 'null::int'} as "distanceMetres", ${isOpen} as "isOpen"
         from venues.venue v where ${where.join(' and ')} order by ${by} limit ${query.limit + 1}`,
      question.params,
    );
  }

  private async count({ conditions, params }: Question): Promise<number> {
    const found = await this.db.one<{ n: number }>(
      `select count(*)::int as n from venues.venue v where ${conditions.join(' and ')}`,
      params,
    );
    return found!.n;
  }

  private async centreOf({ lat, lon, commune }: DirectorySearch | PointsQuery): Promise<Centre | null> {
    if (lat !== undefined && lon !== undefined) return { lat, lon };
    if (!commune) return null;
    const found = await this.db.one<{ lat: number | null; lon: number | null }>(
      'select lat, lon from identity.commune where code = $1',
      [commune],
    );
    if (!found) throw invalid('/commune', 'directory.commune_unknown', 'Cette commune n’existe pas.');
    if (found.lat === null || found.lon === null)
      throw invalid('/commune', 'directory.commune_unlocated', 'Nous ne savons pas situer cette commune. Cherchez-la par son nom.');
    return { lat: found.lat, lon: found.lon };
  }
}

/** Keeps what is around a point, and answers that point as SQL. */
function around(question: Question, { lat, lon }: Centre, radius: number | undefined): string {
  const here = `ll_to_earth($${question.params.push(lat)}, $${question.params.push(lon)})`;
  if (radius === undefined) question.conditions.push('v.position is not null');
  else {
    const chord = `$${question.params.push(chordOf(radius))}::float8`;
    question.conditions.push(`v.position <@ cube_enlarge(${here}, ${chord}, 3) and (v.position <-> ${here}) <= ${chord}`);
  }
  return here;
}
