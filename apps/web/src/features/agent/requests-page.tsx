import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox, MapPin, Search } from 'lucide-react';
import type { EnrolmentCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange, dateTime } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
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
        <LoadedPages
          query={query}
          empty={
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
          }
        >
          {(requests) => <Requests requests={requests} />}
        </LoadedPages>
        <CalendarFeed feed={myFeed} lead={text.feedLead} />
      </div>
    </>
  );
}

/** What waits for an answer comes first, with its deadline. */
function Requests({ requests }: { requests: EnrolmentCard[] }) {
  const waiting = requests.filter(({ status }) => status === 'offered');
  const others = requests.filter(({ status }) => status !== 'offered');
  if (waiting.length === 0) return <RequestList label={text.requests} requests={others} Heading="h2" />;
  return (
    <div className="stack stack-8">
      <section className="stack" aria-labelledby="waiting">
        <h2 id="waiting">{text.waitsForYou}</h2>
        <RequestList label={text.waitsForYou} requests={waiting} Heading="h3" />
      </section>
      {others.length > 0 && (
        <section className="stack" aria-labelledby="others">
          <h2 id="others">{text.others}</h2>
          <RequestList label={text.others} requests={others} Heading="h3" />
        </section>
      )}
    </div>
  );
}

type Level = 'h2' | 'h3';

function RequestList({ label, requests, Heading }: { label: string; requests: EnrolmentCard[]; Heading: Level }) {
  return (
    <List label={label}>
      {requests.map((request) => (
        <RequestRow key={request.id} request={request} Heading={Heading} />
      ))}
    </List>
  );
}

function RequestRow({ request, Heading }: { request: EnrolmentCard; Heading: Level }) {
  const { session } = request;
  return (
    <Row
      isWaiting={request.status === 'offered'}
      aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
      title={
        <Heading>
          <Link to="/mes-demandes/$id" params={{ id: request.id }}>
            {session.courseTitle}
          </Link>
        </Heading>
      }
      meta={
        <>
          <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
          <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
          <span className="code">{request.number}</span>
        </>
      }
      status={<Status tone={requestStatuses[request.status].tone}>{statusLabel(request)}</Status>}
    >
      {request.offerUntil && request.status === 'offered' && <p>{text.answerBy(dateTime(request.offerUntil, session.timeZone))}</p>}
      {request.step && <p className="soft small">{text.steps[request.step]}</p>}
    </Row>
  );
}
