import { useQuery, useQueryClient } from '@tanstack/react-query';
import { BellPlus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SavedSearch } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { EmptyState, List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { savedSearchesQuery } from './queries';
import { RemovedSearch } from './removed-search';
import { SearchRow } from './search-row';
import { text } from './text';

export function SearchesPage() {
  const query = useQuery(savedSearchesQuery);
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<SavedSearch[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const putBack = (search: SavedSearch) => {
    setRemoved((others) => others.filter(({ id }) => id !== search.id));
    list.current?.focus();
    return queries.invalidateQueries(savedSearchesQuery);
  };
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          query.data?.length ? (
            <LinkButton to="/formations" variant="secondary" icon={Search}>
              {text.newOne}
            </LinkButton>
          ) : undefined
        }
      />
      <div ref={list} tabIndex={-1} className="stack stack-6">
        {removed.map((search) => (
          <RemovedSearch key={search.id} search={search} onRestored={putBack} />
        ))}
        <Loaded query={query}>
          {(searches) =>
            searches.length === 0 ? (
              <EmptyState
                icon={BellPlus}
                title={text.emptyTitle}
                actions={
                  <LinkButton to="/formations" icon={Search}>
                    {text.toCatalogue}
                  </LinkButton>
                }
              >
                {text.empty}
              </EmptyState>
            ) : (
              <List label={text.title}>
                {searches.map((search) => (
                  <SearchRow key={search.id} search={search} onRemoved={() => setRemoved((others) => [...others, search])} />
                ))}
              </List>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
