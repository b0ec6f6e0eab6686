import { Actor, Clock, invalid, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MOST_ITEMS, type Planning, type PlanningItem, type PlanningQuery } from './planning.dto';
import { type ItemRow, PlanningQueries } from './planning.queries';
import { daysFault, fixedBy } from './planning.rules';

/** Who gives what, where and when: read by managers before they move anything. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly clock: Clock,
    private readonly queries: PlanningQueries,
  ) {}

  async read(actor: Actor, query: PlanningQuery): Promise<Planning> {
    const fault = daysFault(query.from, query.until);
    if (fault) throw invalid(`/${fault.field}`, 'planning.days', fault.detail);
    const { items: rows, nextCursor } = page(await this.queries.rows(actor, query), query.limit, ({ id }) => [id]);
    const ids = rows.map(({ id }) => id);
    const [items, busy, notes] = [await this.queries.items(actor, ids, query), await this.queries.busy(actor, ids, query), await this.queries.notes(ids, query)];
    const now = this.clock.now();
    return { rows, items: items.slice(0, MOST_ITEMS).map((item) => told(item, now)), busy, notes, isCut: items.length > MOST_ITEMS, nextCursor };
  }
}

function told({ isMine, startsAt, ...item }: ItemRow, now: Date): PlanningItem {
  return { ...item, fixed: fixedBy({ isMine, startsAt, status: item.status, room: item.room }, now) };
}
