import { Actor, Clock, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CourseDetail } from './course-sheet.dto';
import { Known, Sheet } from './course-sheet.rules';
import { COLUMNS, link, SHEET, UNLINK } from './course-sheet.sql';
import { changedFields, Snapshot, snapshotOf } from './course-version.rules';
import type { CourseStatus } from './course.rules';

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const NAMED = Object.values(COLUMNS).join(', ');

export type Locked = Snapshot & { version: number; needsTerms: boolean; known: Known };

/** What the references know of the codes in `$1` (a sheet, or a part of one, as JSON). */
const KNOWN = `
  jsonb_build_object(
    'audiences', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'from', valid_from, 'until', valid_until)), '[]') from training.audience
                   where code in (select value->>'code' from jsonb_array_elements($1::jsonb->'audiences'))),
    'metiers', (select coalesce(jsonb_agg(code), '[]') from identity.metier where code in (select jsonb_array_elements_text($1::jsonb->'metiers'))),
    'competencies', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'levels', cardinality(levels))), '[]') from curriculum.competency
                      where id in (select (value->>'id')::uuid from jsonb_array_elements($1::jsonb->'competencies'))),
    'nsf', (select coalesce(jsonb_agg(code), '[]') from training.classification where scheme = 'nsf' and code in (select jsonb_array_elements_text($1::jsonb->'nsf'))),
    'rome', (select coalesce(jsonb_agg(code), '[]') from training.classification where scheme = 'rome' and code in (select jsonb_array_elements_text($1::jsonb->'rome'))),
    'regime', (select jsonb_build_object('code', code, 'from', valid_from, 'until', valid_until, 'needsTerms', needs_terms)
                 from training.financing_regime where code = $1::jsonb->>'financingRegime')) as known`;

/** Writes sheets with all their links, and keeps each version. Joins the caller's transaction. */
@Injectable()
export class CourseSheetStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async known(edit: Partial<Sheet>): Promise<Known> {
    return (await this.db.one<{ known: Known }>(`select ${KNOWN}`, [JSON.stringify(edit)]))!.known;
  }

  /**
   * The course, held until the end of the transaction, with what the references know of the edit. When another writer was waited for, its links
   * may be those from before: its version then says so, and the caller has to read it.
   */
  async lock(id: string, edit: Partial<Sheet>): Promise<Locked> {
    const locked = await this.db.one<Locked>(
      `select ${SHEET}, c.version, r.needs_terms as "needsTerms", ${KNOWN}
         from training.course c join training.financing_regime r on r.code = c.financing_regime where c.id = $2 for update of c`,
      [JSON.stringify(edit), id],
    );
    if (!locked) throw notFound('course');
    return locked;
  }

  async insert(actor: Actor, slug: string, sheet: Sheet, audienceCategories: string[]): Promise<string> {
    const created = await this.db.one<{ id: string }>(
      `with c as (insert into training.course (slug, created_by, created_at, updated_at, audience_categories, ${NAMED})
                  select $1, $2, $3, $3, $4, ${NAMED} from jsonb_populate_record(null::training.course, $5::jsonb) returning id),
            ${link('(select id from c)', '$6::jsonb')}
       select id from c`,
      [slug, actor.personId, this.clock.now(), audienceCategories, columnsOf(sheet), JSON.stringify(sheet)],
    );
    return created!.id;
  }

  /** Two statements, because the rules that leave must have left before those that come. */
  async update(id: string, sheet: Sheet, audienceCategories: string[]): Promise<void> {
    await this.db.query(
      `with ${UNLINK}
       update training.course c set version = c.version + 1, updated_at = $2, audience_categories = $3, (${NAMED}) = row(${Object.values(COLUMNS).map((column) => `n.${column}`).join(', ')})
         from jsonb_populate_record(null::training.course, $4::jsonb) n where c.id = $1`,
      [id, this.clock.now(), audienceCategories, columnsOf(sheet)],
    );
    await this.db.query(`with ${link('$1::uuid', '$2::jsonb')} select`, [id, JSON.stringify(sheet)]);
  }

  async move(id: string, status: CourseStatus): Promise<void> {
    await this.db.query('update training.course set status = $2, version = version + 1, updated_at = $3 where id = $1', [id, status, this.clock.now()]);
  }

  async version(id: string, version: number): Promise<Snapshot> {
    const kept = await this.db.one<{ snapshot: Snapshot }>('select snapshot from training.course_version where course_id = $1 and version = $2', [id, version]);
    if (!kept) throw notFound('course_version');
    return kept.snapshot;
  }

  async takenSlugs(slugs: string[]): Promise<string[]> {
    return (await this.db.query<{ slug: string }>('select slug from training.course where slug = any($1)', [slugs])).map(({ slug }) => slug);
  }

  /** Keeps the sheet as it now is; answers what changed since the version before. */
  async keep(actor: Actor, before: Snapshot | null, after: CourseDetail, restoredFrom: number | null = null): Promise<string[]> {
    const snapshot = snapshotOf(after);
    const fields = before ? changedFields(before, snapshot) : [];
    await this.db.query(
      `insert into training.course_version (course_id, version, at, by, fields, restored_from, snapshot) values ($1, $2, $3, $4, $5, $6, $7)`,
      [after.id, after.version, this.clock.now(), actor.personId, fields, restoredFrom, JSON.stringify(snapshot)],
    );
    return fields;
  }
}

const columnsOf = (sheet: Sheet): string => JSON.stringify(Object.fromEntries(NAMES.map((name) => [COLUMNS[name], sheet[name]])));
