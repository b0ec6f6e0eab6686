import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { History, Search } from 'lucide-react';
import type { EnrolmentCard, FollowedState } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { EmptyState, List, Row, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { Status } from '../../ui/status';
import { requestStatuses, statusLabel } from '../agent/request-status';
import { followedQuery } from './queries';
import { rowHead, WhenAndWhere } from './row-parts';
import { text } from './text';

const route = getRouteApi('/suivi');
const states = (Object.keys(text.states) as FollowedState[]).map((value) => ({ value, label: text.states[value] }));

/** What has become of the requests of one's agents, or of one's team. */
export function FollowedPage() {
  const state = route.useSearch().etat ?? 'pending';
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(followedQuery(state));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-6">
        <Select label={text.view} options={states} value={state} onChange={(etat) => void navigate({ search: { etat: etat === 'pending' ? undefined : etat } })} />
        <Loaded query={query}>
          {({ pages }) => {
            const requests = pages.flatMap((page) => page.items);
            return (
              <>
                <p role="status" className="lead">
                  {requests.length > 0 && text.count(requests.length, query.hasNextPage)}
                </p>
                {requests.length === 0 ? (
                  <EmptyState
                    icon={History}
                    title={text.noneTitle[state]}
                    actions={
                      <LinkButton to="/formations" variant="secondary" icon={Search}>
                        {text.browse}
                      </LinkButton>
                    }
                  >
                    {text.none}
                  </EmptyState>
                ) : (
                  <>
                    <List label={text.states[state]}>
                      {requests.map((request) => (
                        <FollowedRow key={request.id} request={request} />
                      ))}
                    </List>
                    <ShowMore query={query} shown={requests.length} />
                  </>
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function FollowedRow({ request }: { request: EnrolmentCard }) {
  const { session, step, dueAt } = request;
  return (
    <Row
      {...rowHead(request)}
      status={<Status tone={requestStatuses[request.status].tone}>{step ? text.waitsFor[step] : statusLabel(request)}</Status>}
    >
      <p>{session.courseTitle}</p>
      <WhenAndWhere session={session} />
      {dueAt && <p className="soft small">{text.dueAt(dateTime(dueAt))}</p>}
    </Row>
  );
}
