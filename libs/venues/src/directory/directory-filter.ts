import { openAt } from '../opening/open-at';
import { searchWords } from '../venue/text.rules';
import type { DirectoryFilter } from './directory.dto';

/** A question to the directory, as SQL on alias `v`. */
export interface Question {
  conditions: string[];
  params: unknown[];
}

interface OpenQuestion extends Question {
  /** One more condition, on a value. */
  where: (sql: (param: string) => string, value: unknown) => void;
}

/** What is asked, wherever one is. */
export function questionOf(filter: DirectoryFilter, now: Date): OpenQuestion {
  const params: unknown[] = [];
  const conditions = [`v.status = 'published'`];
  const where = (sql: (param: string) => string, value: unknown) => {
    conditions.push(sql(`$${params.push(value)}`));
  };
  const holds = (column: string, value: string | undefined) => {
    if (value) where((p) => `v.${column} @> array[${p}]::text[]`, value);
  };
  if (filter.q) where((p) => `v.search_terms @@ venues.asked(${p}::text[])`, searchWords(filter.q));
  if (filter.departement) where((p) => `v.departement_code = ${p}`, filter.departement);
  holds('services', filter.service);
  holds('publics', filter.public);
  holds('care', filter.care);
  holds('fees', filter.fee);
  holds('typologies', filter.typology);
  if (filter.label)
    where((p) => `(v.programmes @> array[${p}]::text[] or v.labels @> array[${p}]::text[])`, filter.label);
  if (filter.accessible)
    conditions.push(
      '(v.accesslibre_url is not null or exists (select 1 from venues.room r where r.venue_id = v.id and r.retired_at is null and r.wheelchair_access))',
    );
  if (filter.open) conditions.push(isOpenSql(filter, now, params));
  if (filter.located) conditions.push('v.position is null');
  return { conditions, params, where };
}

/** Whether a place is open at the moment asked for, on its own clock; now when none is. Null when its hours are unknown. */
export function isOpenSql({ open = 'now' }: DirectoryFilter, now: Date, params: unknown[]): string {
  const local = open === 'now' ? `$${params.push(now)}::timestamptz at time zone v.time_zone` : `$${params.push(open)}::timestamp`;
  return openAt(local);
}
