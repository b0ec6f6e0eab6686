import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DoorOpen, MapPin, MapPinPlus } from 'lucide-react';
import { EmptyState, List, Row, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { AddPlace } from './add-place';
import { GoneBadge } from './gone';
import { PlaceStatus } from './place-status';
import { MyClaims } from './my-claims';
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
    <Loaded query={query}>
      {({ pages }) => {
        const places = pages.flatMap((page) => page.items);
        if (places.length === 0) {
          return (
            <EmptyState icon={MapPinPlus} title={text.noPlacesTitle}>
              {text.noPlaces}
            </EmptyState>
          );
        }
        return (
          <div>
            <List label={text.places}>
              {places.map((place) => (
                <Row
                  key={place.id}
                  title={
                    <h2>
                      <Link to="/hote/lieux/$id" params={{ id: place.id }}>
                        {place.name}
                      </Link>
                    </h2>
                  }
                  meta={
                    <>
                      <Meta icon={MapPin}>{text.where(place.postalCode, place.communeName)}</Meta>
                      <Meta icon={DoorOpen}>{text.rooms(place.roomsCount)}</Meta>
                    </>
                  }
                  status={
                    <>
                      <PlaceStatus status={place.status} />
                      <GoneBadge since={place.goneOn} />
                    </>
                  }
                />
              ))}
            </List>
            <ShowMore query={query} shown={places.length} />
          </div>
        );
      }}
    </Loaded>
  );
}
