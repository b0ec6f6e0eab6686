import { Clock, cursorKey, Database, invalid, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { QuestionReader } from './question.queries';
import { pageOf, SORTS } from './page.sql';
import { type Question, telling, type Unit } from './question.rules';
import type { CourseCard, CourseFilter, CoursePage, CourseSearch, FacetValue } from './search.dto';
import { type Centre, SearchSql } from './search.sql';

interface Found {
  total: number;
  items: (CourseCard & { sortKey: string })[];
  facets: FacetValue[];
}

const NOTHING: Question = { units: [], corrections: [], unknown: [] };

/** The public catalogue: courses by words of one's own, with facets. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reader: QuestionReader,
  ) {}

  async search({ q, near, lat, lon, ...query }: CourseSearch): Promise<CoursePage> {
    const [question, centre] = await Promise.all([q ? this.reader.read(q) : NOTHING, this.place({ near, lat, lon, ...query })]);
    const told = { corrections: question.corrections, unknown: question.unknown };
    if (q && !question.units.length) return { items: [], nextCursor: null, total: 0, facets: [], loosened: false, ...told };
    const all = await this.find(query, question.units, null, centre);
    if (all.total || question.units.length < 2) return { ...all, loosened: false, ...told };
    const { units, weights } = telling(question.units, await this.reader.sheets(question.units));
    return { ...(await this.find(query, units, weights, centre)), loosened: true, ...told };
  }

  private async find(query: Omit<CourseSearch, 'q' | 'near'>, units: Unit[], weights: number[] | null, centre: Centre | null): Promise<Omit<CoursePage, 'corrections' | 'unknown' | 'loosened'>> {
    const wanted = query.sort ?? 'relevance';
    const sort = (wanted === 'relevance' && !units.length) || (wanted === 'distance' && !centre) ? (centre ? 'distance' : 'date') : wanted;
    const [key = null, id = null] = cursorKey(query.cursor, SORTS[sort].part, 'uuid') ?? [];
    const sql = new SearchSql({ filters: query, units, weights, centre, now: this.clock.now(), sort });
    const statement = pageOf(sql, [key, id], query.limit + 1, !query.cursor);
    const found = await this.db.one<Found>(statement, sql.params);
    const { items, nextCursor } = page(found!.items, query.limit, (row) => [row.sortKey, row.id]);
    return { items: items.map(({ sortKey: _key, ...card }) => card), nextCursor, total: found!.total, facets: found!.facets };
  }

  /** Where one searches from, or null. Refuses half a point, a radius around nothing, an unknown commune, a period inverted. */
  async place({ near, lat, lon, radius, from, to }: CourseFilter): Promise<Centre | null> {
    if (from && to && from > to) throw invalid('/to', 'search.inverted', 'Le dernier jour ne peut pas précéder le premier.');
    if ((lat === undefined) !== (lon === undefined)) throw invalid(lat === undefined ? '/lat' : '/lon', 'search.half_point', 'Indiquez ensemble la latitude et la longitude.');
    if (lat !== undefined && lon !== undefined) return { lat, lon };
    if (!near && radius) throw invalid('/radius', 'search.radius_alone', 'Le rayon se compte autour d’une commune ou d’un point : indiquez lequel.');
    if (!near) return null;
    const commune = await this.db.one<{ lat: number | null; lon: number | null }>('select lat, lon from identity.commune where code = $1', [near]);
    if (!commune) throw invalid('/near', 'search.commune_unknown', 'Cette commune n’existe pas.');
    if (commune.lat === null || commune.lon === null) throw invalid('/near', 'search.commune_unlocated', 'Nous ne savons pas situer cette commune. Choisissez une commune voisine.');
    return { lat: commune.lat, lon: commune.lon };
  }
}
