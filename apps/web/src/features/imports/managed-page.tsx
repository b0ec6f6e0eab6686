import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Building2, CircleCheck, DoorOpen, SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { EmptyState, List } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { PlaceRow } from '../host/place-row';
import { text as host } from '../host/text';
import { managedQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/lieux/tous');

/** Every place of the directory, for who keeps it in order. */
export function ManagedPage() {
  const { q, absents } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(managedQuery(q, absents === 'oui'));
  const [words, setWords] = useState(q ?? '');
  const ask = (change: { q?: string; absents?: 'oui' }) => void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask({ q: words.trim() || undefined });
  };
  return (
    <>
      <PageHeader title={text.everyPlace} lead={text.everyPlaceLead} />
      <div className="stack stack-8">
        <search className="stack">
          <form onSubmit={submit} className="form-row">
            <SearchField label={host.query} value={words} onChange={setWords} onClear={() => ask({ q: undefined })} />
            <Button type="submit">{host.search}</Button>
          </form>
          <Checkbox label={text.onlyGone} hint={text.onlyGoneHint} value={absents === 'oui'} onChange={(on) => ask({ absents: on ? 'oui' : undefined })} />
        </search>
        <LoadedPages
          query={query}
          empty={
            absents && !q ? (
              <EmptyState icon={CircleCheck} title={text.noGoneTitle}>
                {text.noGone}
              </EmptyState>
            ) : (
              <EmptyState icon={SearchX} title={text.noPlaceTitle}>
                {text.noPlace}
              </EmptyState>
            )
          }
        >
          {(places) => (
            <List label={text.everyPlace}>
              {places.map((place) => (
                <PlaceRow key={place.id} place={place}>
                  <Meta icon={Building2}>{place.operatorName ?? text.noOperator}</Meta>
                  {place.roomsCount > 0 && <Meta icon={DoorOpen}>{host.rooms(place.roomsCount)}</Meta>}
                </PlaceRow>
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}
