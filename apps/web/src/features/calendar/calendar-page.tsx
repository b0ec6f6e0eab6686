import { getDayOfWeek, type CalendarDate } from '@internationalized/date';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DoorOpen } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { VenueDetail } from '../../api/types';
import { zoneName } from '../../ui/dates';
import { EmptyState } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { usePlacesCrumb } from '../host/places-crumb';
import { venueQuery } from '../venues/queries';
import { CalendarFeed } from './calendar-feed';
import { Toolbar } from './calendar-toolbar';
import { DayView } from './day-view';
import { ListView } from './list-view';
import { MonthView } from './month-view';
import { calendarQuery, closuresQuery, placeFeed } from './queries';
import { anchorOf, instantOf, rangeOf } from './range';
import { text } from './text';
import { useNarrow } from './use-narrow';
import { WeekView } from './week-view';
import './calendar.css';

/** Those of this day of the week; none when they are unknown. */
const hoursOn = ({ opening }: VenueDetail, day: CalendarDate) =>
  opening?.days[getDayOfWeek(day, 'fr-FR', 'mon')] ?? [];

const route = getRouteApi('/hote/lieux/$id/calendrier');

export function CalendarPage() {
  const { id } = route.useParams();
  const query = useQuery(venueQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(venue) => (venue.actions.includes('edit') ? <Calendar venue={venue} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Calendar({ venue }: { venue: VenueDetail }) {
  const places = usePlacesCrumb();
  const { vue, date, salle } = route.useSearch();
  const isNarrow = useNarrow();
  const view = vue ?? (isNarrow ? 'liste' : 'semaine');
  const range = rangeOf(view, anchorOf(date, venue.timeZone));
  const rooms = venue.rooms.filter((room) => !room.retiredAt);
  const shown = salle ? rooms.filter((room) => room.id === salle) : rooms;
  const query = useQuery(
    calendarQuery({
      venueId: venue.id,
      roomId: shown.length === 1 ? shown[0]!.id : undefined,
      from: instantOf(range.first, venue.timeZone),
      to: instantOf(range.end, venue.timeZone),
    }),
  );
  const closures = useQuery(closuresQuery(venue.id)).data;
  return (
    <>
      <PageHeader
        title={text.title}
        documentTitle={`${text.title}, ${venue.name}`}
        crumbs={[
          places,
          { label: venue.name, to: `/hote/lieux/${venue.id}` },
        ]}
        lead={text.lead(zoneName(venue.timeZone))}
      />
      {rooms.length === 0 ? (
        <EmptyState icon={DoorOpen} title={text.noRoomsTitle}>
          {text.noRooms}
        </EmptyState>
      ) : (
        <div className="stack stack-12">
          <div className="stack stack-6">
            <Toolbar venueId={venue.id} view={view} range={range} rooms={rooms} room={salle} />
            <Loaded query={query}>
              {(bookings) => {
                const props = { range, bookings, closures, venueId: venue.id, room: salle, timeZone: venue.timeZone };
                if (view === 'jour') return <DayView {...props} rooms={shown} hours={hoursOn(venue, range.anchor)} />;
                // Seven columns do not fit a telephone: the same days are listed one below the other.
                if (view === 'liste' || isNarrow) return <ListView {...props} />;
                return view === 'mois' ? <MonthView {...props} /> : <WeekView {...props} />;
              }}
            </Loaded>
          </div>
          <CalendarFeed feed={placeFeed(venue.id)} lead={text.feedLead} />
        </div>
      )}
    </>
  );
}
