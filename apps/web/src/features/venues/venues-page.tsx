import { useState, type FormEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { DoorOpen, MapPin, SearchX } from 'lucide-react';
import { Button } from '../../ui/button';
import { EmptyState, List, Row, ShowMore } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { withAll } from '../catalogue/labels';
import { DepartementField } from '../reference/departement-field';
import { venuesQuery } from './queries';
import type { VenueSearch } from './routes';
import { services } from './services';
import { text } from './text';

const route = getRouteApi('/lieux');
const serviceOptions = withAll(
  text.everyService,
  services.map((service) => ({ value: service, label: service })),
);

export function VenuesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(venuesQuery(search));
  const change = (part: VenueSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });

  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns columns-start">
        <VenueFilters key={search.q ?? ''} search={search} onChange={change} />
        <section aria-labelledby="results" className="stack stack-6">
          <h2 id="results" className="visually-hidden">
            {text.results}
          </h2>
          <Loaded query={query} pending={<Skeleton lines={9} />}>
            {({ pages }) => {
              const venues = pages.flatMap((page) => page.items);
              if (venues.length === 0) {
                return (
                  <EmptyState
                    icon={SearchX}
                    title={text.noneTitle}
                    actions={
                      <Button variant="secondary" onPress={() => void navigate({ search: {} })}>
                        {text.clear}
                      </Button>
                    }
                  >
                    {text.none}
                  </EmptyState>
                );
              }
              return (
                <>
                  <List>
                    {venues.map((venue) => (
                      <Row
                        key={venue.id}
                        title={
                          <h3>
                            <Link to="/lieux/$slug" params={{ slug: venue.slug }}>
                              {venue.name}
                            </Link>
                          </h3>
                        }
                        meta={
                          <>
                            <Meta icon={MapPin}>
                              {venue.postalCode} {venue.communeName}
                            </Meta>
                            {venue.roomsCount > 0 && <Meta icon={DoorOpen}>{text.rooms(venue.roomsCount)}</Meta>}
                          </>
                        }
                      >
                        {venue.services.length > 0 && <p className="small">{venue.services.slice(0, 3).join(' · ')}</p>}
                      </Row>
                    ))}
                  </List>
                  <ShowMore query={query} shown={venues.length} total={pages[0]?.total ?? undefined} />
                </>
              );
            }}
          </Loaded>
        </section>
      </div>
    </>
  );
}

function VenueFilters({ search, onChange }: { search: VenueSearch; onChange: (change: VenueSearch) => void }) {
  const [words, setWords] = useState(search.q ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ q: words });
  };
  return (
    <search className="stack">
      <form onSubmit={submit} className="stack stack-2">
        <SearchField label={text.query} value={words} onChange={setWords} onClear={() => onChange({ q: undefined })} />
        <Button type="submit">{text.search}</Button>
      </form>
      <DepartementField value={search.departement} onChange={(departement) => onChange({ departement })} />
      <Select
        label={text.service}
        options={serviceOptions}
        value={search.service ?? ''}
        onChange={(service) => onChange({ service: service || undefined })}
      />
    </search>
  );
}
