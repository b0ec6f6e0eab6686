import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { List as ListIcon, Map as MapIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ActiveFilters } from '../../ui/active-filters';
import { Button } from '../../ui/button';
import { List, ShowMore } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { named } from './named-filters';
import { NoVenue } from './no-venue';
import { isNear, venuesQuery } from './queries';
import type { VenueSearch } from './search';
import { text } from './text';
import { Unlocated } from './unlocated';
import { useWide } from './use-wide';
import { VenueFilters } from './venue-filters';
import { VenueRow } from './venue-row';
import './venues-map.css';

const route = getRouteApi('/lieux');
/** Leaflet and the outlines are only fetched by who looks at the map. */
const VenuesMap = lazy(() => import('./venues-map').then(({ VenuesMap: component }) => ({ default: component })));

export function VenuesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(venuesQuery(search));
  const [selected, setSelected] = useState<string>();
  const isWide = useWide();
  const change = (part: VenueSearch) => void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });
  const clear = () => void navigate({ search: ({ vue }) => ({ vue }), resetScroll: false });
  const showsMap = isWide || search.vue === 'carte';
  const venues = query.data?.pages.flatMap((page) => page.items) ?? [];
  const spots = venues.flatMap(({ slug, latitude, longitude }) => (latitude === null || longitude === null ? [] : [{ slug, latitude, longitude }]));

  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-8">
        <VenueFilters search={search} onChange={change} />
        <ActiveFilters filters={named(search)} onChange={change} onClear={clear} clearLabel={text.clearAll} />
        <div className="places-switch">
          <Button
            variant="secondary"
            icon={showsMap ? ListIcon : MapIcon}
            aria-expanded={showsMap}
            onPress={() => change({ vue: showsMap ? undefined : 'carte' })}
          >
            {showsMap ? text.hideMap : text.showMap}
          </Button>
        </div>
        <div className="places">
          <section aria-labelledby="results" className="stack stack-6">
            <h2 id="results" className="visually-hidden">
              {text.results}
            </h2>
            <Loaded query={query} pending={<Skeleton lines={9} />}>
              {({ pages }) => {
                const first = pages[0]!;
                if (venues.length === 0) return <NoVenue search={search} onChange={change} onClear={clear} />;
                return (
                  <>
                    <div className="results-head">
                      <p role="status">{text.count(first.total ?? venues.length)}</p>
                      <Sorts search={search} onChange={change} />
                    </div>
                    <List>
                      {venues.map((venue) => (
                        <VenueRow key={venue.id} venue={venue} isChosen={venue.slug === selected} onPoint={setSelected} />
                      ))}
                    </List>
                    <ShowMore query={query} shown={venues.length} total={first.total ?? undefined} />
                    <Unlocated search={search} />
                  </>
                );
              }}
            </Loaded>
          </section>
          {showsMap && (
            <div className="places-map">
              <Suspense fallback={<Skeleton lines={8} />}>
                <VenuesMap search={search} spots={spots} selected={selected} onSelect={setSelected} />
              </Suspense>
            </div>
          )}
        </div>
      </div>
    </>
  );
}

function Sorts({ search, onChange }: { search: VenueSearch; onChange: (change: VenueSearch) => void }) {
  const near = isNear(search);
  const offered = [
    ...(near ? [{ value: 'distance' as const, label: text.sorts.distance }] : []),
    ...(search.q ? [{ value: 'pertinence' as const, label: text.sorts.pertinence }] : []),
    { value: 'nom' as const, label: text.sorts.nom },
  ];
  if (offered.length < 2) return null;
  return <Select label={text.sort} options={offered} value={search.tri ?? offered[0]!.value} onChange={(tri) => onChange({ tri })} />;
}
