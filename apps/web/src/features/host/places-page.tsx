import { useInfiniteQuery } from '@tanstack/react-query';
import { DoorOpen, MapPinPlus } from 'lucide-react';
import { EmptyState, List } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { AddPlace } from './add-place';
import { MyClaims } from './my-claims';
import { PlaceRow } from './place-row';
import { myVenuesQuery } from './queries';
import { text } from './text';

export function PlacesPage() {
  return (
    <>
      <PageHeader title={text.places} lead={text.placesLead} />
      <div className="stack stack-12">
        <MyPlaces />
        <MyClaims />
        <AddPlace />
      </div>
    </>
  );
}

function MyPlaces() {
  const query = useInfiniteQuery(myVenuesQuery);
  return (
    <LoadedPages
      query={query}
      empty={
        <EmptyState icon={MapPinPlus} title={text.noPlacesTitle}>
          {text.noPlaces}
        </EmptyState>
      }
    >
      {(places) => (
        <List label={text.places}>
          {places.map((place) => (
            <PlaceRow key={place.id} place={place}>
              <Meta icon={DoorOpen}>{text.rooms(place.roomsCount)}</Meta>
            </PlaceRow>
          ))}
        </List>
      )}
    </LoadedPages>
  );
}
