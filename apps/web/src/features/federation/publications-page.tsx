import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { EmptyState, List } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { optionsOf, withAll } from '../catalogue/labels';
import { PublicationRow } from './publication-row';
import { publicationsQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/netpublic');
const stateOptions = withAll(text.everyState, optionsOf(text.states));

export function PublicationsPage() {
  const { etat } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(publicationsQuery(etat));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns columns-start">
        <search>
          <Select
            label={text.state}
            options={stateOptions}
            value={etat ?? ''}
            onChange={(state) => void navigate({ search: { etat: state || undefined }, resetScroll: false })}
          />
        </search>
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={CircleCheck} title={etat === 'failed' ? text.noFailureTitle : text.noneTitle}>
              {text.none}
            </EmptyState>
          }
        >
          {(publications) => (
            <List label={text.list}>
              {publications.map((publication) => (
                <PublicationRow key={publication.id} publication={publication} />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}
