import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { CalendarX, MapPin } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { CourseDetail, SessionCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange, isPast } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { DateBlock, Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { CourseSheet } from './course-sheet';
import { sessionStatus } from './labels';
import { courseQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/formations/$slug');

export function CoursePage() {
  const { slug } = route.useParams();
  const query = useQuery(courseQuery(slug));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(course) => <Course course={course} />}
    </Loaded>
  );
}

function Course({ course }: { course: CourseDetail }) {
  return (
    <article>
      <PageHeader
        title={course.title}
        crumbs={[{ label: text.title, to: '/formations' }]}
        lead={course.summary}
      />
      <CourseSheet course={course} sessions={<Sessions course={course} />} />
    </article>
  );
}

export const Sessions = ({ course }: { course: CourseDetail }) => (
  <section className="stack stack-6" id="sessions" aria-labelledby="sessions-title">
    <h2 id="sessions-title">{text.sessions}</h2>
    <SessionList course={course} />
  </section>
);

function SessionList({ course }: { course: CourseDetail }) {
  if (course.sessions.length === 0) {
    return (
      <EmptyState
        icon={CalendarX}
        title={text.noSessionsTitle}
        actions={
          <LinkButton to="/formations" search={{ theme: [course.theme] }} variant="secondary">
            {text.sameTheme}
          </LinkButton>
        }
      >
        {text.noSessions}
      </EmptyState>
    );
  }
  return (
    <List>
      {course.sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </List>
  );
}

function SessionRow({ session }: { session: SessionCard }) {
  const status = sessionStatus(session);
  return (
    <Row
      aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
      title={
        <h3>
          <Link to="/sessions/$code" params={{ code: session.code }} className="sentence">
            {dateRange(session.startsAt, session.endsAt, session.timeZone)}
          </Link>
        </h3>
      }
      meta={
        <>
          <Meta icon={MapPin}>
            {[session.venueName, text.town(session.communeName, session.departementCode)].filter(Boolean).join(', ')}
          </Meta>
          <span className="code">{session.code}</span>
        </>
      }
      status={<Status tone={status.tone}>{status.label}</Status>}
    >
      {isPast(session.enrolmentClosesAt) ? session.status === 'confirmed' && <p>{text.requestsClosed}</p> : <p>{text.seatsLeft(session.seatsLeft)}</p>}
    </Row>
  );
}
