import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import type { EnrolmentCard } from '../../api/types';
import { shortDate } from '../../ui/dates';
import { EmptyState, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Table, type Column } from '../../ui/table';
import { sessionRequestsQuery } from './queries';
import { text } from './session-text';

const stateOf = ({ status, waitingRank }: EnrolmentCard) => {
  const label = text.requestStatuses[status];
  return waitingRank === null ? label : text.rank(label, waitingRank);
};

const columns: Column<EnrolmentCard>[] = [
  { key: 'agent', label: text.agent, isHeader: true, cell: (request) => request.agent.displayName },
  { key: 'employer', label: text.employer, cell: (request) => request.employer.name },
  { key: 'date', label: text.askedOn, cell: (request) => shortDate(request.submittedAt) },
  { key: 'state', label: text.status, cell: stateOf },
];

export function SessionRequests({ sessionId }: { sessionId: string }) {
  const query = useInfiniteQuery(sessionRequestsQuery(sessionId));
  return (
    <section className="stack stack-6" aria-labelledby="requests">
      <h2 id="requests">{text.requests}</h2>
      <Loaded query={query}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.items);
          return requests.length === 0 ? (
            <EmptyState icon={Inbox} title={text.noRequestsTitle}>
              {text.noRequests}
            </EmptyState>
          ) : (
            <div>
              <Table caption={text.requests} columns={columns} rows={requests} rowKey={({ id }) => id} />
              <ShowMore query={query} shown={requests.length} />
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
