import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { EnrolmentDetail } from '../../api/types';
import { AnchorButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { euros } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { Paragraphs } from '../../ui/paragraphs';
import { Status } from '../../ui/status';
import { History } from './history';
import { requestQuery } from './queries';
import { Offer } from './offer';
import { requestStatuses, statusLabel } from './request-status';
import { text } from './text';
import { WhatNext } from './what-next';
import { Withdraw } from './withdraw';

const route = getRouteApi('/mes-demandes/$id');

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
  const { session, attestation } = request;
  const meaning = requestStatuses[request.status];
  return (
    <article>
      <PageHeader
        title={session.courseTitle}
        documentTitle={`${text.number(request.number)}, ${session.courseTitle}`}
        crumbs={[{ label: text.requests, to: '/mes-demandes' }]}
        over={
          <>
            <Status tone={meaning.tone}>{statusLabel(request)}</Status>
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
            {request.actions.includes('accept') ? <Offer request={request} /> : <WhatNext request={request} />}
            <div className="cluster">
              {attestation && (
                <AnchorButton href={`/api/v1/attestations/${attestation.id}/pdf`} icon={Download} download>
                  {text.download}
                </AnchorButton>
              )}
              {request.actions.includes('withdraw') && !request.actions.includes('accept') && <Withdraw request={request} />}
            </div>
          </section>
          <History request={request} steps={text.steps} />
        </div>
        <aside className="sheet stack stack-6" aria-label={text.details}>
          <Facts
            items={[
              [text.when, dateRange(session.startsAt, session.endsAt, session.timeZone)],
              [text.where, text.place(session.venueName, session.communeName)],
              [text.employer, request.employer.name],
              [text.waitsFor, request.step && text.steps[request.step]],
              [text.opinion, request.opinion && text.opinions[request.opinion]],
              [text.waitingRank, request.waitingRank && String(request.waitingRank)],
              [text.priority, request.priorityLabel ?? (request.status === 'waiting' && text.noPriority)],
              [text.payer, text.payers[request.payer]],
              [text.share, request.costCents > 0 && euros(request.costCents)],
            ]}
          />
          {request.motivation && (
            <div>
              <p className="soft small">{text.motivation}</p>
              <Paragraphs>{request.motivation}</Paragraphs>
            </div>
          )}
          <Link to="/sessions/$code" params={{ code: session.code }}>
            {text.seeSession}
          </Link>
        </aside>
      </div>
    </article>
  );
}
