import { dayOf } from '@app/identity';
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
  const holds = (operator: '@>' | '&&', values: string[] | undefined, ...columns: string[]) => {
    if (values?.length) where((p) => `(${columns.map((column) => `v.${column} ${operator} ${p}::text[]`).join(' or ')})`, values);
  };
  if (filter.q) where((p) => `v.search_terms @@ venues.asked(${p}::text[])`, searchWords(filter.q));
  if (filter.departement) where((p) => `v.departement_code = ${p}`, filter.departement);
  holds('@>', filter.service, 'services');
  holds('&&', filter.public, 'publics');
  holds('&&', filter.care, 'care');
  holds('&&', filter.fee, 'fees');
  holds('&&', filter.typology, 'typologies');
  holds('&&', filter.label, 'programmes', 'labels');
  if (filter.charter)
    where((p) => `exists (select 1 from venues.charter_label l where l.venue_id = v.id and l.period @> ${p}::date)`, dayOf(now));
  if (filter.accessible)
    conditions.push(
      '(v.accesslibre_url is not null or exists (select 1 from venues.room r where r.venue_id = v.id and r.retired_at is null and r.wheelchair_access))',
    );
  if (filter.open) conditions.push(isOpenSql(filter, now, params));
  if (filter.located) conditions.push('v.map_point is null');
  return { conditions, params, where };
}

/** Whether a place is open at the moment asked for, on its own clock; now when none is. Null when its hours are unknown. */
export function isOpenSql({ open = 'now' }: DirectoryFilter, now: Date, params: unknown[]): string {
  const local = open === 'now' ? `$${params.push(now)}::timestamptz at time zone v.time_zone` : `$${params.push(open)}::timestamp`;
  return openAt(local);
}
