import { DateTime } from 'luxon';
import { STANDARD_COLUMNS, type StandardColumn } from '../import/standard-header';

export const FORMATS = ['csv', 'json', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
};
export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};

/** Columns people write freely: what a spreadsheet would take for a formula is quoted there, and nowhere else. */
const FREE: readonly StandardColumn[] = [
  'nom', 'commune', 'adresse', 'complement_adresse', 'typologie', 'courriels', 'site_web', 'horaires', 'presentation_resume',
  'presentation_detail', 'source', 'structure_parente', 'autres_formations_labels',
];
const SELECT = STANDARD_COLUMNS.map((column) => (FREE.includes(column) ? `venues.cell(${column}) as ${column}` : column)).join(', ');
const PROPERTIES = STANDARD_COLUMNS.filter((column) => column !== 'latitude' && column !== 'longitude');

/** A run of places, by their ids: `(after, upTo]`. */
export interface Run {
  after: string | null;
  upTo: string | null;
}

const runOf = ({ after, upTo }: Run): string =>
  [after && `id > '${after}'`, upTo && `id <= '${upTo}'`].filter(Boolean).map((part) => ` and ${part}`).join('');

/** The places of a run, as SQL; one JSON text per row but for the CSV. */
export function selectOf(format: Format, run: Run): string {
  const from = `from venues.open_place where true${runOf(run)} order by id`;
  if (format === 'csv') return `select ${SELECT} ${from}`;
  if (format === 'json') return `select json_strip_nulls(row_to_json(place)) from (select ${STANDARD_COLUMNS.join(', ')} ${from}) place`;
  return `select json_build_object('type', 'Feature', 'id', id, 'geometry',
      case when longitude is not null then json_build_object('type', 'Point', 'coordinates', json_build_array(longitude, latitude)) end,
      'properties', (select json_strip_nulls(row_to_json(p)) from (select ${PROPERTIES.map((column) => `place.${column}`).join(', ')}) p))
    from (select * ${from}) place`;
}

/** `YYYY-MM-DD_producer_lieux-de-mediation-numerique_territory`, as the standard names files; the day is Paris's. */
export const fileNameOf = (format: Format, now: Date): string =>
  `${DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate()}_relais_lieux-de-mediation-numerique_france.${format}`;

/** Whether what the client has is still what we would send; a tag decides alone when there is one. */
export function isFresh(
  { ifNoneMatch, ifModifiedSince }: { ifNoneMatch?: string; ifModifiedSince?: string },
  { etag, changedAt }: { etag: string; changedAt: Date | null },
): boolean {
  if (ifNoneMatch !== undefined) return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || weak(tag.trim()) === weak(etag));
  const since = ifModifiedSince === undefined ? NaN : Date.parse(ifModifiedSince);
  return changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
const weak = (tag: string) => tag.replace(/^W\//, '');
