import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ManagedVenue } from '../../api/types';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { GoneBadge } from './gone';
import { PlaceStatus } from './place-status';
import { text } from './text';

/** A place in a list of those who manage it; `children` are what else is told after where it is. */
export function PlaceRow({ place, children }: { place: ManagedVenue; children: ReactNode }) {
  return (
    <Row
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
          {children}
        </>
      }
      status={
        <>
          <PlaceStatus status={place.status} />
          <GoneBadge since={place.goneOn} />
        </>
      }
    />
  );
}
