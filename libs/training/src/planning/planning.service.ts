import { Actor, Clock, invalid, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LACKS, MOST_ITEMS, type PlannedBy, type Planning, type PlanningItem, type PlanningQuery, type PlanningRow } from './planning.dto';
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
    return { rows: [...lackingRow(items, query.by), ...rows.map((row) => ({ ...row, lacks: null }))], items: items.slice(0, MOST_ITEMS).map((item) => told(item, now)), busy, notes, isCut: items.length > MOST_ITEMS, nextCursor };
  }
}

/** First, since it is what has to be seen to. */
function lackingRow(items: readonly ItemRow[], by: PlannedBy): PlanningRow[] {
  if (!items.some(({ rowId }) => rowId === LACKS)) return [];
  return [by === 'place' ? { id: LACKS, name: 'Sans salle', place: null, lacks: 'room' } : { id: LACKS, name: 'Sans formateur', place: null, lacks: 'trainer' }];
}

function told({ isMine, startsAt, ...item }: ItemRow, now: Date): PlanningItem {
  return { ...item, fixed: fixedBy({ isMine, startsAt, status: item.status, room: item.room }, now) };
}
