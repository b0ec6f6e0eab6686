import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarX, MapPin, Search } from 'lucide-react';
import type { EnrolmentStatus } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { DateBlock, Meta } from '../../ui/meta';
import { Status } from '../../ui/status';
import { myRequestsQuery } from '../agent/queries';
import { requestStatuses, statusLabel } from '../agent/request-status';
import { text as agent } from '../agent/text';
import { text } from './text';

const live: EnrolmentStatus[] = ['draft', 'submitted', 'transmitted', 'admitted', 'waiting', 'offered', 'convoked'];

/** The requests of the agent that are still going somewhere, the nearest session first. */
export function ComingForMe() {
  const query = useInfiniteQuery(myRequestsQuery);
  return (
    <section className="stack stack-6" aria-labelledby="coming">
      <div className="section-head">
        <h2 id="coming">{text.coming}</h2>
        <Link to="/mes-demandes">{text.requests}</Link>
      </div>
      <Loaded query={query} pending={<Skeleton lines={6} />}>
        {({ pages }) => {
          const requests = pages
            .flatMap((page) => page.items)
            .filter(({ status }) => live.includes(status))
            .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
          if (requests.length === 0) {
            return (
              <EmptyState
                icon={CalendarX}
                title={text.noComingTitle}
                actions={
                  <LinkButton to="/formations" icon={Search}>
                    {text.browse}
                  </LinkButton>
                }
              >
                {text.noComing}
              </EmptyState>
            );
          }
          return (
            <List>
              {requests.map((request) => (
                <Row
                  key={request.id}
                  aside={<DateBlock at={request.session.startsAt} timeZone={request.session.timeZone} />}
                  title={
                    <h3>
                      <Link to="/mes-demandes/$id" params={{ id: request.id }}>
                        {request.session.courseTitle}
                      </Link>
                    </h3>
                  }
                  meta={
                    <>
                      <span className="sentence inline">
                        {dateRange(request.session.startsAt, request.session.endsAt, request.session.timeZone)}
                      </span>
                      <Meta icon={MapPin}>{agent.place(request.session.venueName, request.session.communeName)}</Meta>
                    </>
                  }
                  status={<Status tone={requestStatuses[request.status].tone}>{statusLabel(request)}</Status>}
                >
                  <p>{requestStatuses[request.status].next}</p>
                </Row>
              ))}
            </List>
          );
        }}
      </Loaded>
    </section>
  );
}
