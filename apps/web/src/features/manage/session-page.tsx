import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { NotFoundPage } from '../../app/error-pages';
import type { SessionDetail } from '../../api/types';
import { dateRange, dateTime, isPast } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { sessionStatus } from '../catalogue/labels';
import { sessionQuery } from '../catalogue/queries';
import { Capacity } from './capacity';
import { Minimum } from './minimum';
import { SessionNotices } from './session-notices';
import { SessionRoom } from './session-room';
import { SessionRequests } from './session-requests';
import { SessionSeats } from './session-seats';
import { isLive, SessionSteps } from './session-steps';
import { SessionTrainers } from './session-trainers';
import { text } from './session-text';

const route = getRouteApi('/gestion/sessions/$code');

export function SessionPage() {
  const { code } = route.useParams();
  const query = useQuery(sessionQuery(code));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(session) => <Session session={session} />}
    </Loaded>
  );
}

function Session({ session }: { session: SessionDetail }) {
  const status = sessionStatus(session);
  return (
    <article>
      <PageHeader
        title={session.course.title}
        documentTitle={`${session.code}, ${session.course.title}`}
        crumbs={[{ label: text.title, to: '/gestion/sessions' }]}
        over={
          <>
            <Status tone={session.status === 'draft' ? 'waiting' : status.tone}>{status.label}</Status>
            <span className="code">{session.code}</span>
          </>
        }
        lead={<p className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</p>}
        actions={<SessionSteps session={session} />}
      />
      <div className="columns">
        <div className="stack stack-12">
          <SessionNotices session={session} />
          <SessionRequests session={session} />
          <SessionSeats session={session} />
          <SessionRoom session={session} />
          <SessionTrainers session={session} />
        </div>
        <aside className="stack stack-6">
          <FactSheet session={session} />
          {isLive(session) && (
            <section className="sheet stack" aria-labelledby="seats">
              <h2 id="seats">{text.seatsTitle}</h2>
              <Capacity session={session} />
              <Minimum session={session} />
            </section>
          )}
        </aside>
      </div>
    </article>
  );
}

function FactSheet({ session }: { session: SessionDetail }) {
  const { venue, room, capacity, seatsLeft } = session;
  return (
    <div className="sheet stack stack-6">
      <Facts
        items={[
          [text.seatsTitle, text.seats(capacity - seatsLeft, capacity)],
          [text.minimum, session.minSeats > 0 && String(session.minSeats)],
          [text.room, text.roomLabel(room.name, venue.name)],
          [text.where, venue.communeName],
          [text.with, session.trainers.map(({ displayName }) => displayName).join(', ')],
          [isPast(session.enrolmentClosesAt) ? text.closedOn : text.closes, dateTime(session.enrolmentClosesAt, session.timeZone)],
          [text.cancelReason, session.cancelReason],
        ]}
      />
      {session.status !== 'draft' && (
        <Link to="/sessions/$code" params={{ code: session.code }}>
          {text.seePublic}
        </Link>
      )}
    </div>
  );
}
