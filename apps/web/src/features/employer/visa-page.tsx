import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Printer } from 'lucide-react';
import type { EnrolmentDetail } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { dateRange, today } from '../../ui/dates';
import { EmptyState } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Table, type Column } from '../../ui/table';
import { opinionOf } from './opinion';
import { toSignQuery } from './queries';
import { text as inbox } from './text';
import { text } from './visa-text';
import '../../ui/print.css';

/** Made for paper: what waits for the visa, and where to sign. */
export function VisaPage() {
  const query = useQuery(toSignQuery);
  const { requests: waiting = [], hasMore = false } = query.data ?? {};
  const hasSome = waiting.length > 0;
  return (
    <>
      <PageHeader
        title={text.title}
        crumbs={[{ label: text.requests, to: '/employeur/demandes' }]}
        lead={hasSome && (hasMore ? text.leadOldest(waiting.length) : text.lead)}
        actions={
          hasSome && (
            <>
              <Button icon={Printer} onPress={() => window.print()}>
                {text.print}
              </Button>
              <LinkButton to="/employeur/demandes" variant="secondary">
                {text.record}
              </LinkButton>
            </>
          )
        }
      />
      <Loaded query={query}>
        {({ requests }) =>
          requests.length === 0 ? (
            <EmptyState
              icon={CircleCheck}
              title={text.noneTitle}
              actions={
                <LinkButton to="/employeur/circuit" variant="secondary">
                  {text.circuit}
                </LinkButton>
              }
            >
              {text.none}
            </EmptyState>
          ) : (
            <div className="stack stack-12 landscape">
              {byEmployer(requests).map(([employer, theirs]) => (
                <Sheet key={employer} employer={employer} requests={theirs} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

/** One sheet for each: a centre de gestion has several signed. */
const byEmployer = (requests: EnrolmentDetail[]): [string, EnrolmentDetail[]][] => {
  const names = [...new Set(requests.map(({ employer }) => employer.name))];
  return names.map((name) => [name, requests.filter(({ employer }) => employer.name === name)]);
};

const columns: Column<EnrolmentDetail>[] = [
  {
    key: 'agent',
    label: text.agent,
    isHeader: true,
    cell: ({ agent, number }) => (
      <>
        {agent.displayName} <span className="code small soft">{number}</span>
      </>
    ),
  },
  {
    key: 'session',
    label: text.session,
    cell: ({ session }) => (
      <div>
        <p>{session.courseTitle}</p>
        <p className="sentence">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</p>
      </div>
    ),
  },
  { key: 'where', label: text.where, cell: ({ session }) => text.place(session.venueName, session.communeName) },
  { key: 'payer', label: text.payer, cell: ({ payer }) => text.payers[payer] },
  {
    key: 'opinion',
    label: text.opinion,
    cell: (request) => {
      const given = opinionOf(request);
      return given ? [given.title, given.reason && inbox.said(given.reason)].filter(Boolean).join('\u202f: ') : inbox.noOpinion;
    },
  },
  {
    key: 'decision',
    label: text.decision,
    cell: () => (
      <div>
        <span className="tick">{text.agreed}</span> <span className="tick">{text.refused}</span>
      </div>
    ),
  },
];

function Sheet({ employer, requests }: { employer: string; requests: EnrolmentDetail[] }) {
  return (
    <section className="stack stack-6" aria-label={employer}>
      <div>
        <h2>{text.count(requests.length)}</h2>
        <p>{text.of(employer, today())}</p>
      </div>
      <Table caption={text.count(requests.length)} columns={columns} rows={requests} rowKey={({ id }) => id} />
      <div className="stack">
        <h3>{text.signature}</h3>
        <dl className="signature">
          {[text.signedName, text.signedOn, text.signed].map((term) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
