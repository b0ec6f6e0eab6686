import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { Roll } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange, dateTime } from '../../ui/dates';
import { EmptyState } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { sessionStatus } from '../catalogue/labels';
import { rollQuery } from './queries';
import { RollForm } from './roll-form';
import { text } from './text';

const route = getRouteApi('/formateur/sessions/$id/emargement');

export function RollPage() {
  const { id } = route.useParams();
  const query = useQuery(rollQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(roll) => <Sheet roll={roll} />}
    </Loaded>
  );
}

function Sheet({ roll }: { roll: Roll }) {
  const { session, rows, actions } = roll;
  const status = sessionStatus(session);
  return (
    <article>
      <PageHeader
        title={text.rollTitle(session.courseTitle)}
        crumbs={[{ label: text.title, to: '/formateur/sessions' }]}
        over={
          <>
            <Status tone={status.tone}>{status.label}</Status>
            <span className="code">{session.code}</span>
          </>
        }
        lead={
          <>
            <p className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</p>
            <p>{session.venueName}</p>
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          icon={Users}
          title={text.nobodyTitle}
          actions={
            <LinkButton to="/formateur/sessions" variant="secondary">
              {text.backToSessions}
            </LinkButton>
          }
        >
          {text.nobody}
        </EmptyState>
      ) : (
        <div className="stack stack-8">
          {actions.includes('mark') ? <p className="reading">{text.howTo}</p> : <WhyNot roll={roll} />}
          <RollForm roll={roll} />
        </div>
      )}
    </article>
  );
}

function WhyNot({ roll: { session } }: { roll: Roll }) {
  if (session.status === 'closed') {
    return (
      <Notice tone="success" title={text.closedTitle}>
        {text.closed}
      </Notice>
    );
  }
  if (session.status === 'cancelled') return <Notice title={text.cancelledTitle}>{text.cancelled}</Notice>;
  return <Notice title={text.notYetTitle}>{text.notYet(dateTime(session.startsAt, session.timeZone))}</Notice>;
}
