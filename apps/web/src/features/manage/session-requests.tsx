import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useRef } from 'react';
import type { EnrolmentCard, SessionDetail } from '../../api/types';
import { dateTime, shortDate } from '../../ui/dates';
import { EmptyState } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Select } from '../../ui/select';
import { Table, type Column } from '../../ui/table';
import { sessionRequestsQuery } from './queries';
import { isDecidable, RequestDecisions } from './request-decisions';
import { filtered, inOrder, REQUEST_FILTERS } from './request-order';
import { text as words } from './requests-text';
import { text } from './session-text';

const route = getRouteApi('/gestion/sessions/$code');
const options = [{ value: '' as const, label: words.every }, ...REQUEST_FILTERS.map((value) => ({ value, label: words.filters[value] }))];

export function SessionRequests({ session }: { session: SessionDetail }) {
  const query = useQuery(sessionRequestsQuery(session.id));
  const { demandes } = route.useSearch();
  const navigate = route.useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  const toTitle = () => title.current?.focus();
  return (
    <section className="stack stack-6" aria-labelledby="requests">
      <h2 id="requests" ref={title} tabIndex={-1}>
        {text.requests}
      </h2>
      <Loaded query={query}>
        {(requests) => {
          if (requests.length === 0) {
            return (
              <EmptyState icon={Inbox} title={text.noRequestsTitle}>
                {text.noRequests(session.status === 'draft')}
              </EmptyState>
            );
          }
          const shown = inOrder(filtered(requests, demandes));
          return (
            <div className="stack">
              <Select
                label={words.filter}
                options={options}
                value={demandes ?? ''}
                onChange={(chosen) => void navigate({ search: { demandes: chosen || undefined }, resetScroll: false })}
              />
              <p role="status" className="soft">
                {shown.length === 0 ? words.noneHere : words.count(shown.length)}
              </p>
              {shown.length > 0 && <Table caption={text.requests} columns={columnsOf(session, shown.some(isDecidable), toTitle)} rows={shown} rowKey={({ id }) => id} />}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

const columnsOf = ({ timeZone }: SessionDetail, hasDecisions: boolean, onDecided: () => void): Column<EnrolmentCard>[] => [
  ...said(timeZone),
  ...(hasDecisions ? [{ key: 'decide', label: words.act, cell: (request: EnrolmentCard) => isDecidable(request) && <RequestDecisions request={request} onDecided={onDecided} /> }] : []),
];

const said = (timeZone: string): Column<EnrolmentCard>[] => [
  {
    key: 'agent',
    label: text.agent,
    isHeader: true,
    cell: ({ agent, employer }) => (
      <>
        {agent.displayName}
        <br />
        <span className="soft small">{employer.name}</span>
      </>
    ),
  },
  { key: 'date', label: text.askedOn, cell: (request) => shortDate(request.submittedAt) },
  { key: 'state', label: text.status, cell: (request) => <State request={request} timeZone={timeZone} /> },
];

/** The state, and what one has to know with it: the rank and its rule, the deadline of an offer, whom it waits for. */
function State({ request: { status, waitingRank, offerUntil, step, priorityLabel }, timeZone }: { request: EnrolmentCard; timeZone: string }) {
  const label = text.requestStatuses[status];
  const notes = [
    status === 'waiting' && (priorityLabel ? words.rule(priorityLabel) : words.noRule),
    status === 'offered' && offerUntil && words.offerUntil(dateTime(offerUntil, timeZone)),
    step && words.waitsFor(words.steps[step]),
  ].filter(Boolean);
  return (
    <div>
      <p>{waitingRank === null ? label : text.rank(label, waitingRank)}</p>
      {notes.map((note) => (
        <p key={String(note)} className="soft small">
          {note}
        </p>
      ))}
    </div>
  );
}
