import { useQuery } from '@tanstack/react-query';
import type { SeatRules as Rules, SeatShare, SessionDetail } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Table, type Column } from '../../ui/table';
import { seatRulesQuery } from './queries';
import { text } from './seat-rules-text';

/** Beside the list, what it follows: who goes first, what is kept for whom and until when. */
export function SeatRules({ session }: { session: SessionDetail }) {
  const query = useQuery(seatRulesQuery(session.id));
  return (
    <section className="stack" aria-labelledby="seat-rules">
      <h2 id="seat-rules">{text.title}</h2>
      <Loaded query={query}>
        {(rules) => (
          <>
            <p className="reading">{rules.isSelective ? text.selective : text.inOrder}</p>
            <Order priorities={rules.priorities} />
            {rules.shares.length > 0 && <Shares shares={rules.shares} timeZone={session.timeZone} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

export function Order({ priorities }: Pick<Rules, 'priorities'>) {
  return (
    <div className="stack stack-2 reading">
      <h3>{text.orderTitle}</h3>
      {priorities.length === 0 ? (
        <p>{text.inTurn}</p>
      ) : (
        <>
          <p>{text.orderLead}</p>
          <ol>
            {priorities.map(({ label, source }) => (
              <li key={label}>
                {label} <span className="soft small">({source})</span>
              </li>
            ))}
            <li>{text.then}</li>
          </ol>
        </>
      )}
      <p>{text.freed}</p>
      <p>{text.group}</p>
    </div>
  );
}

/** « 3 places jusqu’au … », « 3 places remises à tous le … » */
const keptOf = ({ reserved, releaseAt, releasedAt }: SeatShare, timeZone: string) => {
  if (releasedAt) return text.released(reserved, dateTime(releasedAt, timeZone));
  return reserved > 0 && releaseAt ? text.reservedUntil(reserved, dateTime(releaseAt, timeZone)) : text.none;
};

function Shares({ shares, timeZone }: { shares: SeatShare[]; timeZone: string }) {
  const columns: Column<SeatShare>[] = [
    { key: 'organisation', label: text.organisation, isHeader: true, cell: (share) => share.organisationName },
    { key: 'reserved', label: text.reserved, cell: (share) => keptOf(share, timeZone) },
    { key: 'atMost', label: text.atMost, cell: ({ atMost }) => (atMost ? text.atMostSeats(atMost) : text.noMaximum) },
  ];
  return (
    <div className="stack stack-2">
      <h3>{text.sharesTitle}</h3>
      <Table caption={text.sharesTitle} columns={columns} rows={shares} rowKey={({ organisationId }) => organisationId} />
      <p className="soft">{text.afterwards}</p>
    </div>
  );
}
