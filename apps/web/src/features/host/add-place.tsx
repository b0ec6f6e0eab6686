import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { MapPin, SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Meta } from '../../ui/meta';
import { SearchField } from '../../ui/search-field';
import { Claim } from './claim';
import { CreatePlace } from './create-place';
import { directoryQuery, myVenuesQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/hote/lieux');

/** Finds a place in the directory to hold it, or creates its file. */
export function AddPlace() {
  const { q: words = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(words);
  const look = (q: string) => void navigate({ search: { q: q || undefined }, replace: true, resetScroll: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(typed.trim());
  };
  return (
    <section className="stack stack-6" aria-labelledby="add-place">
      <div className="stack stack-2">
        <h2 id="add-place">{text.add}</h2>
        <p className="reading">{text.addLead}</p>
      </div>
      <search>
        <form onSubmit={submit} className="form-row">
          <SearchField label={text.query} value={typed} onChange={setTyped} onClear={() => look('')} />
          <Button type="submit">{text.search}</Button>
        </form>
      </search>
      {words && <Found words={words} />}
      <div>
        <CreatePlace />
      </div>
    </section>
  );
}

function Found({ words }: { words: string }) {
  const query = useQuery(directoryQuery(words));
  const mine = useInfiniteQuery(myVenuesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Loaded query={query}>
      {({ items }) => {
        const others = items.filter((place) => !mine.some(({ id }) => id === place.id));
        return others.length === 0 ? (
          <EmptyState icon={SearchX} title={text.notFoundTitle}>
            {text.notFound}
          </EmptyState>
        ) : (
          <List label={text.found}>
            {others.map((place) => (
              <Row
                key={place.id}
                title={<h3>{place.name}</h3>}
                meta={<Meta icon={MapPin}>{text.where(place.postalCode, place.communeName)}</Meta>}
                actions={<Claim place={place} />}
              />
            ))}
          </List>
        );
      }}
    </Loaded>
  );
}
