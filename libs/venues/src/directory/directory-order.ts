import { cursorId, cursorKey } from '@app/platform';
import type { Question } from './directory-filter';
import type { Sort } from './directory.dto';
import type { Here } from './here';

export interface Order {
  /** Reads a cursor into the parameters of the question; what comes after it, null on the first page. */
  at: (question: Question, cursor: string | undefined) => { key: string; by: string; after: string | null; nearTo?: Here };
}

const SAME_NAME = (id: string) => `(select c.search_text from venues.venue c where c.id = ${id})`;
/** A place found by its name weighs twenty times one found in a description. */
const WEIGHTS = `'{0.05, 0.2, 0.4, 1.0}'`;

/** How a page is sorted; ties are cut by the id, so that pages neither repeat nor skip a place. */
export function orderOf(sort: Sort, here: Here | null, words: string[]): Order {
  if (sort === 'distance' && here) return byDistance(here);
  return sort === 'relevance' ? byRelevance(words) : byName;
}

const byName: Order = {
  at: ({ params }, cursor) => {
    const id = cursorId(cursor);
    const param = id === null ? null : `$${params.push(id)}::uuid`;
    return {
      key: 'null::float8',
      by: 'v.search_text, v.id',
      after: param && `(v.search_text, v.id) > (${SAME_NAME(param)}, ${param})`,
    };
  },
};

const keyed = (params: unknown[], cursor: string | undefined): [string, string] | null => {
  const parts = cursorKey(cursor, 'number', 'uuid');
  return parts ? [`$${params.push(parts[0])}::float8`, `$${params.push(parts[1])}::uuid`] : null;
};

const byDistance = (here: Here): Order => ({
  at: ({ params }, cursor) => {
    const distance = here.distance;
    const last = keyed(params, cursor);
    return { key: distance, by: `${distance}, v.id`, after: last && `(${distance}, v.id) > (${last[0]}, ${last[1]})`, nearTo: here };
  },
});

const byRelevance = (words: string[]): Order => ({
  at: ({ params }, cursor) => {
    const rank = `(-ts_rank(${WEIGHTS}, v.search_terms, venues.asked($${params.push(words)}::text[])))::float8`;
    const last = keyed(params, cursor);
    return {
      key: rank,
      by: `${rank}, v.search_text, v.id`,
      after: last && `(${rank}, v.search_text, v.id) > (${last[0]}, ${SAME_NAME(last[1])}, ${last[1]})`,
    };
  },
});
