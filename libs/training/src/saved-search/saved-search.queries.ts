import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SavedSearchView } from './saved-search.dto';

const texts = (filter: string) => `(select jsonb_array_elements_text(s.filters->'${filter}'))`;
/** Only places that anyone may see: an address is no way to learn the name of a draft. */
const LABELS = `
  select coalesce(jsonb_agg(to_jsonb(l) order by l.filter, l.label), '[]') from (
    select 'metier' as filter, code as value, label from identity.metier where code in ${texts('metier')}
    union all select 'competency', id::text, label from curriculum.competency where id in (select value::uuid from jsonb_array_elements_text(s.filters->'competency') as value)
    union all select 'departement', code, name from identity.departement where code in ${texts('departement')}
    union all select 'venue', slug, name from venues.venue where status = 'published' and slug in ${texts('venue')}
    union all select 'near', code, name from identity.commune where code = s.filters->>'near') l`;

const VIEW = `select id, name, filters, (${LABELS}) as labels, rhythm, feed_since as "feedSince", version, created_at as "createdAt" from training.saved_search s`;

/** Saved searches as their owner reads them. */
@Injectable()
export class SavedSearchQueries {
  constructor(private readonly db: Database) {}

  /** The latest first; at most twenty. */
  mine(personId: string): Promise<SavedSearchView[]> {
    return this.db.query<SavedSearchView>(`${VIEW} where person_id = $1 and removed_at is null order by created_at desc, id desc`, [personId]);
  }

  async one(id: string): Promise<SavedSearchView> {
    return (await this.db.one<SavedSearchView>(`${VIEW} where id = $1`, [id]))!;
  }
}
