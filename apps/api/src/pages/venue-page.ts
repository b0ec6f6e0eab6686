import type { VenueDetail, VenueOpening } from '@app/venues';
import { stateText } from './card';
import { escape, PageContent } from './page';

type Shown = Omit<VenueDetail, 'actions'>;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const list = (title: string, items: string[]) =>
  items.length ? `<h2>${escape(title)}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';

/** What a place's page says before any script runs. */
export function venuePage(venue: Shown, opening: VenueOpening, publicUrl: string): PageContent {
  const address = [venue.address, [venue.postalCode, venue.communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const state = opening.isOpen === null ? '' : `<p>${escape(stateText(opening.isOpen, opening.changesAt, opening.timeZone))}</p>`;
  return {
    title: `${[venue.name, venue.communeName].filter(Boolean).join(', ')} – Relais`,
    description: venue.summary || [venue.name, address].filter(Boolean).join(', '),
    data: venueData(venue, opening, publicUrl),
    main:
      `<h1>${escape(venue.name)}</h1><p>${escape(address)}</p>${state}` +
      (venue.summary ? `<p>${escape(venue.summary)}</p>` : '') +
      list('Ce que l’on peut y faire', venue.services.map(escape)) +
      list(
        'Formations à venir dans ce lieu',
        venue.upcomingSessions.map((session) => `<a href="/sessions/${escape(session.code)}">${escape(session.courseTitle)}</a>`),
      ),
  };
}

/** schema.org `Place`, with its hours and what closes it. */
export function venueData(venue: Shown, opening: VenueOpening, publicUrl: string): object {
  const { latitude, longitude, opening: week } = venue;
  return {
    '@context': 'https://schema.org',
    '@type': ['Place', 'LocalBusiness'],
    name: venue.name,
    url: `${publicUrl}/lieux/${venue.slug}`,
    ...(venue.summary && { description: venue.summary }),
    ...(venue.phone && { telephone: venue.phone }),
    ...(venue.website && { sameAs: [venue.website, ...venue.otherWebsites] }),
    address: { '@type': 'PostalAddress', streetAddress: venue.address, postalCode: venue.postalCode, addressLocality: venue.communeName, addressCountry: 'FR' },
    ...(latitude !== null && longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(venue.fees.length && { isAccessibleForFree: venue.fees.every((fee) => fee === 'Gratuit') }),
    ...(week && {
      openingHoursSpecification: week.days.flatMap((hours, day) =>
        hours.map(({ from, to }) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: `https://schema.org/${DAYS[day]}`, opens: from, closes: to === '24:00' ? '23:59' : to })),
      ),
    }),
    ...(opening.closures.length && {
      specialOpeningHoursSpecification: opening.closures.map(({ from, until }) => ({ '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00', validFrom: from, validThrough: until })),
    }),
    ...(venue.upcomingSessions.length && {
      event: venue.upcomingSessions.map((session) => ({ '@type': 'EducationEvent', name: session.courseTitle, startDate: session.startsAt, endDate: session.endsAt, url: `${publicUrl}/sessions/${session.code}` })),
    }),
  };
}
