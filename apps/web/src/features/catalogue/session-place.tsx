import { Link } from '@tanstack/react-router';
import type { SessionDetail } from '../../api/types';
import { Facts } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { mapAddress } from '../venues/map-address';
import { text } from './session-text';

const isToCome = (status: SessionDetail['status']) => status === 'open' || status === 'confirmed';

export function SessionPlace({ session: { venue, room, slots, status } }: { session: SessionDetail }) {
  return (
    <section className="stack reading">
      <h2>{text.place}</h2>
      {isToCome(status) && slots.some((slot) => slot.room !== 'confirmed') && (
        <Notice title={text.roomPending}>{slots.some((slot) => slot.room === 'none') ? text.noRoom : text.roomHeld}</Notice>
      )}
      <address className="address">
        <strong>{venue.name}</strong>
        <br />
        {venue.address}
        <br />
        {venue.postalCode} {venue.communeName}
      </address>
      <p className="cluster">
        <Link to="/lieux/$slug" params={{ slug: venue.slug }}>
          {text.seeVenue}
        </Link>
        {venue.latitude !== null && venue.longitude !== null && (
          <a href={mapAddress(venue.latitude, venue.longitude)} rel="noreferrer">
            {text.seeMap}
          </a>
        )}
      </p>
      <Facts
        items={[
          [text.room, `${room.name}, ${text.roomSeats(room.capacity)}`],
          [text.wheelchair, room.wheelchairAccess ? text.wheelchairYes : text.wheelchairNo],
        ]}
      />
    </section>
  );
}
