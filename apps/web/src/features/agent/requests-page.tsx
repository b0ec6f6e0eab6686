import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox, MapPin, Search } from 'lucide-react';
import type { EnrolmentCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { DateBlock, Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { CalendarFeed } from '../calendar/calendar-feed';
import { myFeed } from '../calendar/queries';
import { myRequestsQuery } from './queries';
import { requestStatuses, statusLabel } from './request-status';
import { text } from './text';

export function RequestsPage() {
  const query = useInfiniteQuery(myRequestsQuery);
  return (
    <>
      <PageHeader title={text.requests} lead={text.requestsLead} />
      <div className="stack stack-12">
        <div>
          <Loaded query={query}>
            {({ pages }) => {
              const requests = pages.flatMap((page) => page.items);
              if (requests.length === 0) {
                return (
                  <EmptyState
                    icon={Inbox}
                    title={text.noRequestsTitle}
                    actions={
                      <LinkButton to="/formations" icon={Search}>
                        {text.browse}
                      </LinkButton>
                    }
                  >
                    {text.noRequests}
                  </EmptyState>
                );
              }
              return (
                <>
                  <List label={text.requests}>
                    {requests.map((request) => (
                      <RequestRow key={request.id} request={request} />
                    ))}
                  </List>
                  <ShowMore query={query} shown={requests.length} />
                </>
              );
            }}
          </Loaded>
        </div>
        <CalendarFeed feed={myFeed} lead={text.feedLead} />
      </div>
    </>
  );
}

function RequestRow({ request }: { request: EnrolmentCard }) {
  const { session } = request;
  return (
    <Row
      aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
      title={
        <h2>
          <Link to="/mes-demandes/$id" params={{ id: request.id }}>
            {session.courseTitle}
          </Link>
        </h2>
      }
      meta={
        <>
          <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
          <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
          <span className="code">{request.number}</span>
        </>
      }
      status={<Status tone={requestStatuses[request.status].tone}>{statusLabel(request)}</Status>}
    />
  );
}
