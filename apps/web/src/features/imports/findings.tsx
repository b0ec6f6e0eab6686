import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ImportRun } from '../../api/types';
import { ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Select } from '../../ui/select';
import { Table } from '../../ui/table';
import { findingsQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/lieux/imports/$id');
const options = [
  { value: '', label: text.refusals },
  { value: 'remarques', label: text.remarks },
];

/** What was said of each row: refusals first. */
export function Findings({ run }: { run: ImportRun }) {
  const { voir } = route.useSearch();
  const navigate = route.useNavigate();
  const refused = voir === undefined;
  const query = useInfiniteQuery(findingsQuery(run.id, refused));
  return (
    <section className="stack stack-6" aria-labelledby="findings">
      <h2 id="findings">{text.findings}</h2>
      <Select
        label={text.see}
        options={options}
        value={voir ?? ''}
        onChange={(value) => void navigate({ search: { voir: value === 'remarques' ? value : undefined }, resetScroll: false })}
      />
      {!refused && <p className="soft">{text.remarksNote}</p>}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items).map((found, index) => ({ ...found, key: String(index) }));
          if (rows.length === 0) return <p>{refused ? text.noRefusal : text.noRemark}</p>;
          return (
            <div className="stack stack-6">
              {refused && (
                <a href={`/api/v1/imports/${run.id}/refusals.csv`} download>
                  {text.download}
                </a>
              )}
              <Table
                caption={refused ? text.refusals : text.remarks}
                rows={rows}
                rowKey={({ key }) => key}
                columns={[
                  { key: 'row', label: text.row, isHeader: true, cell: ({ row }) => <RowNumber row={row} /> },
                  { key: 'field', label: text.field, cell: ({ field }) => field ?? '–' },
                  { key: 'value', label: text.value, cell: ({ value }) => value || '–' },
                  { key: 'reason', label: text.reason, cell: ({ message }) => message },
                ]}
              />
              <ShowMore query={query} shown={rows.length} />
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

/** Where the table is stacked the heading of the column is gone: the number says of what it is. */
function RowNumber({ row }: { row: number }) {
  return (
    <>
      <span className="narrow-only">{text.row} </span>
      {row.toLocaleString('fr-FR')}
    </>
  );
}
