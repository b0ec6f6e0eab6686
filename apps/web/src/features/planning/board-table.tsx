import type { ReactNode } from 'react';
import type { PlanningRow } from '../../api/types';
import { PlaceHead, RowHead } from './row-head';
import type { Way } from './search';
import { text } from './text';

interface Column {
  key: string;
  head: ReactNode;
  className?: string;
  isToday?: boolean;
}

interface BoardTableProps {
  rows: PlanningRow[];
  way: Way;
  view: 'week' | 'month';
  label: string;
  columns: Column[];
  /** The cell of a row, under a column. */
  children: (row: PlanningRow, column: string) => ReactNode;
}

/** A row for each room under its place, for each trainer or each delegation. */
export function BoardTable({ rows, way, view, label, columns, children }: BoardTableProps) {
  return (
    <div className="board-frame">
      <table className={`board board-${view}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="board-corner">
              {text.rows[way]}
            </th>
            {columns.map(({ key, head, className, isToday }) => (
              <th key={key} scope="col" className={className} aria-current={isToday ? 'date' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows).map((group) => (
          <tbody key={group[0]!.id}>
            {group[0]!.place && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className="board-place">
                  <PlaceHead place={group[0]!.place} />
                </th>
              </tr>
            )}
            {group.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <RowHead row={row} way={way} />
                </th>
                {columns.map(({ key }) => children(row, key))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Rooms of one place follow one another. */
function groupsOf(rows: PlanningRow[]): PlanningRow[][] {
  const groups: PlanningRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.place && last?.[0]?.place?.id === row.place.id) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
