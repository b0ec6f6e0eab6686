import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, History, Search } from 'lucide-react';
import { useRef } from 'react';
import { hasRole, useMe } from '../../app/me';
import { LinkButton } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Deputies } from './deputies';
import { toOpineQuery } from './queries';
import { RequestRow } from './request-row';
import { text } from './text';

export function RequestsPage() {
  const me = useMe();
  const query = useInfiniteQuery(toOpineQuery);
  const count = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          me && hasRole(me, 'supervisor') && (
            <LinkButton to="/suivi" variant="quiet" icon={History}>
              {text.follow}
            </LinkButton>
          )
        }
      />
      <div className="stack stack-12">
        <Loaded query={query}>
          {({ pages }) => {
            const requests = pages.flatMap((page) => page.items);
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
                    <List label={text.title}>
                      {requests.map((request) => (
                        <RequestRow
                          key={request.id}
                          request={request}
                          onGiven={() => count.current?.focus()}
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
        {me && hasRole(me, 'supervisor') && <Deputies absentId={me.personId} />}
      </div>
    </>
  );
}
