import { cursorId, Database, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { PublicationPage, PublicationQuery, PublicationView } from './publication.dto';
import { publicationActions } from './publication.rules';

const SELECT = `
  select p.id, p.target, p.object_type as "objectType", p.object_id as "objectId", p.state, p.reason, p.attempts,
         p.remote_id as "remoteId", p.remote_version as "remoteVersion", p.not_before as "notBefore",
         p.last_error as "lastError", p.cut_fields as "cutFields", p.pushed_at as "pushedAt",
         coalesce(concat_ws(' – ', c.title, s.code), '') as title
    from federation.publication p
    left join training.session s on p.object_type = 'session' and s.id = p.object_id
    left join training.course c on c.id = case p.object_type when 'course' then p.object_id else s.course_id end`;

type Row = Omit<PublicationView, 'actions'>;

@Injectable()
export class PublicationQueries {
  constructor(private readonly db: Database) {}

  /** The latest known objects first. */
  async list({ state, limit, cursor }: PublicationQuery): Promise<PublicationPage> {
    const before = cursorId(cursor);
    const rows = await this.db.query<Row>(
      `${SELECT} where ($1::text is null or p.state = $1) and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`,
      [state ?? null, before, limit + 1],
    );
    return page(rows.map(view), limit, ({ id }) => [id]);
  }

  async find(id: string): Promise<PublicationView | undefined> {
    const row = await this.db.one<Row>(`${SELECT} where p.id = $1`, [id]);
    return row && view(row);
  }
}

const view = (row: Row): PublicationView => ({ ...row, actions: publicationActions.available(row.state) });
