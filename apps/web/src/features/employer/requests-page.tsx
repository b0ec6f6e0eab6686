import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, History, Printer, Route, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { LinkButton } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Budgets } from './budget';
import { toDecideQuery } from './queries';
import { RequestRow } from './request-row';
import { Several } from './several';
import { text } from './text';

export function RequestsPage() {
  const query = useInfiniteQuery(toDecideQuery);
  const count = useRef<HTMLParagraphElement>(null);
  // Ticked on a row, and said with the decision, alone or with others.
  const [byLaw, setByLaw] = useState<string[]>([]);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <LinkButton to="/employeur/visa" variant="secondary" icon={Printer}>
              {text.toSign}
            </LinkButton>
            <LinkButton to="/suivi" variant="quiet" icon={History}>
              {text.follow}
            </LinkButton>
            <LinkButton to="/employeur/circuit" variant="quiet" icon={Route}>
              {text.circuit}
            </LinkButton>
          </>
        }
      />
      <Loaded query={query}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.items);
          const budgets = [...new Map(pages.flatMap((page) => page.budgets).map((budget) => [budget.employerId, budget])).values()];
          return (
            <div className="stack stack-6">
              <p ref={count} tabIndex={-1} role="status" className="lead">
                {requests.length > 0 && text.count(requests.length, query.hasNextPage)}
              </p>
              {requests.length === 0 ? (
                <EmptyState
                  icon={CircleCheck}
                  title={text.noneTitle}
                  actions={
                    <LinkButton to="/formations" variant="secondary" icon={Search}>
                      {text.browse}
                    </LinkButton>
                  }
                >
                  {text.none}
                </EmptyState>
              ) : (
                <>
                  <Budgets budgets={budgets} />
                  <p className="reading soft">{text.byLawMeans}</p>
                  <Several requests={requests} byLaw={byLaw} onDecided={() => count.current?.focus()} />
                  <List label={text.title}>
                    {requests.map((request) => (
                      <RequestRow
                        key={request.id}
                        request={request}
                        budget={budgets.find(({ employerId }) => employerId === request.employer.id)}
                        byLaw={byLaw.includes(request.id)}
                        onByLaw={(is) => setByLaw((others) => [...others.filter((id) => id !== request.id), ...(is ? [request.id] : [])])}
                        onDecided={() => count.current?.focus()}
                      />
                    ))}
                  </List>
                  <ShowMore query={query} shown={requests.length} />
                </>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
