import { lazy, Suspense } from 'react';
import type { VenueDetail } from '../../api/types';
import { Facts } from '../../ui/meta';
import { mapAddress } from './map-address';
import { phoneShown } from './phone';
import { plainly } from './plain-words';
import { text } from './text';
import { typologyNames, type Typology } from './typologies';

/** Only fetched where it is seen. */
const PlaceMap = lazy(() => import('./place-map').then(({ PlaceMap: component }) => ({ default: component })));

const listed = (values: string[]) => values.map(plainly).join(', ');
const isWebAddress = (value: string) => /^https?:\/\//i.test(value);

export function VenueContact({ venue }: { venue: VenueDetail }) {
  return (
    <aside className="sheet stack stack-6" aria-label={text.contact}>
      <Facts
        items={[
          [
            text.address,
            <address className="address" key="address">
              {venue.address}
              {venue.addressExtra && `, ${venue.addressExtra}`}
              <br />
              {venue.postalCode} {venue.communeName}
            </address>,
          ],
          [text.phone, venue.phone && <a href={`tel:${venue.phone.replaceAll(' ', '')}`}>{phoneShown(venue.phone)}</a>],
          [
            text.email,
            venue.emails.length > 0 &&
              venue.emails.map((email) => (
                <a key={email} href={`mailto:${email}`} className="inline">
                  {email}
                </a>
              )),
          ],
          [
            text.website,
            venue.website && isWebAddress(venue.website) && (
              <a href={venue.website} rel="noreferrer">
                {new URL(venue.website).hostname}
              </a>
            ),
          ],
          [text.access, listed(venue.accessModes)],
          [
            text.booking,
            venue.bookingUrl && isWebAddress(venue.bookingUrl) && (
              <a href={venue.bookingUrl} rel="noreferrer">
                {text.book}
              </a>
            ),
          ],
          [text.support, listed(venue.supportModes)],
          [text.fees, listed(venue.fees)],
          [text.publics, listed(venue.publics)],
          [text.care, listed(venue.care)],
          [text.labels, listed([...venue.programmes, ...venue.labels, ...venue.otherLabels])],
          [text.typology, venue.typologies.map((code) => typologyNames[code as Typology] ?? code).join(', ')],
          [text.itinerance, venue.itinerance],
        ]}
      />
      {venue.latitude !== null && venue.longitude !== null && (
        <Suspense fallback={null}>
          <PlaceMap name={venue.name} latitude={venue.latitude} longitude={venue.longitude} />
        </Suspense>
      )}
      <div className="stack stack-2">
        {venue.latitude !== null && venue.longitude !== null && (
          <a href={mapAddress(venue.latitude, venue.longitude)} rel="noreferrer">
            {text.map}
          </a>
        )}
        {venue.accesslibreUrl && isWebAddress(venue.accesslibreUrl) && (
          <a href={venue.accesslibreUrl} rel="noreferrer">
            {text.accesslibre}
          </a>
        )}
      </div>
    </aside>
  );
}
