import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { EnrolmentDetail } from '../../api/types';
import { AnchorButton } from '../../ui/button';
import { dateRange, dateTime } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Paragraphs } from '../../ui/paragraphs';
import { Status } from '../../ui/status';
import { History } from '../agent/history';
import { requestQuery } from '../agent/queries';
import { requestStatuses, statusLabel } from '../agent/request-status';
import { Awaited } from '../agent/what-next';
import { Cost, standing } from '../employer/budget';
import { Actions } from './actions';
import { text } from './text';

const route = getRouteApi('/suivi/$id');

/** A request, for those who follow it: their agent's, or someone's of their team. */
export function RequestPage() {
  const { id } = route.useParams();
  const query = useQuery(requestQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(request) => <Request request={request} />}
    </Loaded>
  );
}

function Request({ request }: { request: EnrolmentDetail }) {
  const { agent, session, alerts } = request;
  return (
    <article>
      <PageHeader
        title={agent.displayName}
        documentTitle={`${text.number(request.number)}, ${agent.displayName}`}
        lead={session.courseTitle}
        crumbs={[{ label: text.title, to: '/suivi' }]}
        over={
          <>
            <Status tone={requestStatuses[request.status].tone}>{request.step ? text.waitsFor[request.step] : statusLabel(request)}</Status>
            <span className="code">{request.number}</span>
          </>
        }
      />
      <div className="columns">
        <div className="stack stack-12">
          <section className="stack reading">
            <h2>{text.next}</h2>
            {request.reason && (
              <p>
                <strong>{text.reason}</strong> {request.reason}
              </p>
            )}
            <Next request={request} />
            {request.status === 'submitted' && alerts.length > 0 && (
              <Notice tone="warning" title={text.alerts}>
                {alerts.map(({ code, text: words }) => (
                  <p key={code}>{words}</p>
                ))}
              </Notice>
            )}
            <Cost costCents={request.costCents} budget={request.step === 'validation' ? request.budget : null} />
            {request.costCents > 0 && request.budget && <p className="soft">{standing(request.budget)}</p>}
            <Actions request={request} />
          </section>
          <History request={request} steps={text.steps} />
        </div>
        <Details request={request} />
      </div>
    </article>
  );
}

function Next({ request: { status, step, dueAt, offerUntil, session } }: { request: EnrolmentDetail }) {
  if (step) return <Awaited step={step} dueAt={dueAt} words={text} />;
  return (
    <p>
      {text.nexts[status]} {offerUntil && text.offerUntil(dateTime(offerUntil, session.timeZone))}
    </p>
  );
}

function Details({ request }: { request: EnrolmentDetail }) {
  const { session, attestation, employer } = request;
  return (
    <aside className="sheet stack stack-6" aria-label={text.details}>
      <Facts
        items={[
          [text.when, dateRange(session.startsAt, session.endsAt, session.timeZone)],
          [text.where, text.place(session.venueName, session.communeName)],
          [text.employer, employer.name],
          [text.opinion, request.opinion && text.opinions[request.opinion]],
          [text.waitingRank, request.waitingRank && String(request.waitingRank)],
          [text.priority, request.priorityLabel],
          [text.payer, text.payers[request.payer]],
          [text.group, request.groupSize > 1 && text.groupOf(request.groupSize)],
        ]}
      />
      {request.motivation && (
        <div>
          <p className="soft small">{text.motivation}</p>
          <Paragraphs>{request.motivation}</Paragraphs>
        </div>
      )}
      {attestation && (
        <AnchorButton href={`/api/v1/attestations/${attestation.id}/pdf`} icon={Download} variant="secondary" download>
          {text.download}
        </AnchorButton>
      )}
      <Link to="/sessions/$code" params={{ code: session.code }}>
        {text.seeSession}
      </Link>
    </aside>
  );
}
