import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { MapPoint } from '../../api/types';
import { DirectoryMap } from './directory-map';
import { isNear, pointsQuery, type View } from './queries';
import type { VenueSearch } from './search';
import { text } from './text';
import './venues-map.css';

export interface Spot {
  slug: string;
  latitude: number;
  longitude: number;
}

interface VenuesMapProps {
  search: VenueSearch;
  /** Where the places of the list are: the map begins there. */
  spots: Spot[];
  selected: string | undefined;
  onSelect: (slug: string | undefined) => void;
}

/** A list in alphabetical order of the whole country is nowhere in particular. */
const isSomewhere = (search: VenueSearch) => isNear(search) || Boolean(search.departement || search.q);

/** The same places on a map; the list beside it says as much, so that nobody needs the map. */
export function VenuesMap({ search, spots, selected, onSelect }: VenuesMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<DirectoryMap>(null);
  const navigate = useNavigate();
  const [view, setView] = useState<View>();
  const { data } = useQuery(pointsQuery(search, view));
  const around = JSON.stringify([search.pres, search.lat, search.lon, search.rayon, search.departement, search.q]);

  useEffect(() => {
    const made = new DirectoryMap(place.current!, {
      onMove: setView,
      onSelect,
      onOpen: (slug) => void navigate({ to: '/lieux/$slug', params: { slug } }),
    });
    map.current = made;
    return () => made.remove();
  }, []);
  useEffect(() => map.current?.frame(isSomewhere(search) ? spots : []), [around, spots.length > 0]);
  useEffect(() => map.current?.show((data?.items ?? []) as MapPoint[]), [data]);
  useEffect(() => map.current?.highlight(spots.find(({ slug }) => slug === selected)), [selected, spots]);

  return (
    <section aria-label={text.plan.title} className="map-frame">
      <p className="visually-hidden">{text.plan.help}</p>
      <div ref={place} className="map" />
      <p className="small soft" role="status">
        {data ? text.plan.count(data.total) : text.plan.loading}
      </p>
    </section>
  );
}
