import { Link } from '@tanstack/react-router';
import { Clock, DoorOpen, MapPin, Route } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DirectoryCard } from '../../api/types';
import { Meta } from '../../ui/meta';
import { text } from './text';

interface VenueRowProps {
  venue: DirectoryCard;
  /** Chosen on the map. */
  isChosen: boolean;
  onPoint: (slug: string | undefined) => void;
}

/** A place of the list; pointing at it, or reaching its link, shows where it is on the map. */
export function VenueRow({ venue, isChosen, onPoint }: VenueRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen && !row.current?.matches(':hover, :focus-within')) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const point = () => onPoint(venue.slug);
  return (
    <li ref={row} className={isChosen ? 'row row-chosen' : 'row'} onPointerEnter={point} onFocus={point}>
      <div className="row-body">
        <div className="row-title">
          <h3>
            <Link to="/lieux/$slug" params={{ slug: venue.slug }}>
              {venue.name}
            </Link>
          </h3>
        </div>
        <div className="row-meta">
          <Meta icon={MapPin}>
            {venue.postalCode} {venue.communeName}
          </Meta>
          {venue.distanceMetres !== null && <Meta icon={Route}>{text.distance(venue.distanceMetres)}</Meta>}
          {venue.isOpen !== null && <Meta icon={Clock}>{venue.isOpen ? text.open : text.closed}</Meta>}
          {venue.roomsCount > 0 && <Meta icon={DoorOpen}>{text.rooms(venue.roomsCount)}</Meta>}
        </div>
        {venue.services.length > 0 && <p className="small">{venue.services.slice(0, 3).join(' · ')}</p>}
      </div>
    </li>
  );
}
