import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { CalendarX } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { Room, VenueDetail } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { DateBlock } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Paragraphs } from '../../ui/paragraphs';
import { Table, type Column } from '../../ui/table';
import { openingQuery, venueQuery } from './queries';
import { equipmentLabel } from './room-labels';
import { text } from './text';
import { ShareCard } from './share-card';
import { Sources } from './sources';
import { VenueContact } from './venue-contact';
import { VenueHours } from './venue-hours';
import { VenueLabel } from './venue-label';
import { VenuePhotos } from './venue-photos';

const route = getRouteApi('/lieux/$slug');

export function VenuePage() {
  const { slug } = route.useParams();
  const query = useQuery(venueQuery(slug));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(venue) => <Venue venue={venue} />}
    </Loaded>
  );
}

const roomColumns: Column<Room>[] = [
  { key: 'name', label: text.roomName, isHeader: true, cell: (room) => room.name },
  { key: 'capacity', label: text.roomCapacity, isNumber: true, cell: (room) => room.capacity },
  { key: 'access', label: text.roomAccess, cell: (room) => (room.wheelchairAccess ? text.yes : text.no) },
  { key: 'equipment', label: text.roomEquipment, cell: (room) => room.equipment.map(equipmentLabel).join(', ') },
];

function Venue({ venue }: { venue: VenueDetail }) {
  const { data: opening } = useQuery(openingQuery(venue.id));
  return (
    <article>
      <PageHeader
        title={venue.name}
        documentTitle={[venue.name, venue.communeName].filter(Boolean).join(', ')}
        crumbs={[{ label: text.title, to: '/lieux' }]}
        lead={venue.summary}
      />
      <div className="columns">
        <VenueContact venue={venue} />
        <div className="stack stack-12">
          <section className="stack stack-6">
            <h2>{text.sessionsTitle}</h2>
            <UpcomingSessions venue={venue} />
          </section>
          <VenueHours venue={venue} opening={opening} />
          {venue.rooms.length > 0 && (
            <section className="stack">
              <h2>{text.roomsTitle}</h2>
              <Table caption={text.roomsTitle} columns={roomColumns} rows={venue.rooms} rowKey={(room) => room.id} />
            </section>
          )}
          {venue.services.length > 0 && (
            <section className="stack reading">
              <h2>{text.servicesTitle}</h2>
              <ul>
                {venue.services.map((service) => (
                  <li key={service}>{service}</li>
                ))}
              </ul>
            </section>
          )}
          {venue.description && (
            <section className="reading">
              <Paragraphs>{venue.description}</Paragraphs>
            </section>
          )}
          <VenuePhotos venueId={venue.id} />
          <VenueLabel venueId={venue.id} />
          <ShareCard venue={venue} />
          <Sources venue={venue} />
        </div>
      </div>
    </article>
  );
}

function UpcomingSessions({ venue }: { venue: VenueDetail }) {
  if (venue.upcomingSessions.length === 0) {
    return (
      <EmptyState
        icon={CalendarX}
        title={text.noSessionsTitle}
        actions={
          <LinkButton to="/formations" search={{ departement: venue.departementCode ? [venue.departementCode] : undefined }} variant="secondary">
            {text.nearby}
          </LinkButton>
        }
      >
        {text.noSessions}
      </EmptyState>
    );
  }
  return (
    <List>
      {venue.upcomingSessions.map((session) => (
        <Row
          key={session.id}
          aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
          title={
            <h3>
              <Link to="/sessions/$code" params={{ code: session.code }}>
                {session.courseTitle}
              </Link>
            </h3>
          }
          meta={<span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>}
        />
      ))}
    </List>
  );
}
