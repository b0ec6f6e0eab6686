import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { CalendarPlus, CalendarX, MapPin, Users } from 'lucide-react';
import type { ManagedSession } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { DateBlock, Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { Status } from '../../ui/status';
import { optionsOf, sessionStates, sessionStatus, withAll } from '../catalogue/labels';
import { managedSessionsQuery } from './queries';
import type { SessionSearch } from './routes';
import { text } from './session-text';

const route = getRouteApi('/gestion/sessions');
const statusOptions = withAll(text.everyStatus, optionsOf(sessionStates));
const periodOptions = withAll(text.coming, [{ value: 'toutes', label: text.all }]);

export function SessionsPage() {
  const search = route.useSearch();
  const query = useInfiniteQuery(managedSessionsQuery(search));
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton to="/gestion/sessions/nouvelle" icon={CalendarPlus}>
            {text.create}
          </LinkButton>
        }
      />
      <div className="columns columns-start">
        <Filters search={search} />
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={CalendarX} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          }
        >
          {(sessions) => (
            <List label={text.title}>
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}

function SessionRow({ session }: { session: ManagedSession }) {
  const status = sessionStatus(session);
  return (
    <Row
      isWaiting={session.status === 'draft'}
      aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
      title={
        <h2>
          <Link to="/gestion/sessions/$code" params={{ code: session.code }}>
            {session.courseTitle}
          </Link>
        </h2>
      }
      meta={
        <>
          <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
          <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
          <Meta icon={Users}>{text.seats(session.seatsTaken, session.capacity)}</Meta>
          {session.submittedCount > 0 && <span>{text.submitted(session.submittedCount)}</span>}
          {session.waitingCount > 0 && <span>{text.waiting(session.waitingCount)}</span>}
          <span className="code">{session.code}</span>
        </>
      }
      status={<Status tone={status.tone}>{status.label}</Status>}
    />
  );
}

function Filters({ search }: { search: SessionSearch }) {
  const navigate = route.useNavigate();
  const change = (part: SessionSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });
  return (
    <search className="stack">
      <Select
        label={text.when}
        options={periodOptions}
        value={search.periode ?? ''}
        onChange={(periode) => change({ periode: periode || undefined })}
      />
      <Select
        label={text.status}
        options={statusOptions}
        value={search.etat ?? ''}
        onChange={(etat) => change({ etat: etat || undefined })}
      />
    </search>
  );
}
