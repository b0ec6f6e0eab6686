import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { CalendarX, DoorOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { date, dateTime, time } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { DateBlock, Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { equipmentLabel } from '../venues/room-labels';
import { BookingChanges } from './booking-changes';
import { BookingStatus } from './booking-status';
import './bookings.css';
import { text } from './text';

const route = getRouteApi('/gestion/reservations');
const periods = [
  { value: '', label: text.coming },
  { value: 'toutes', label: text.all },
];

const myBookingsQuery = (from: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'mine', from],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/bookings/mine', { params: { query: { from, limit: 20, cursor: pageParam || undefined } } }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export function MyBookingsPage() {
  const { periode } = route.useSearch();
  const navigate = route.useNavigate();
  const [now] = useState(() => new Date().toISOString());
  const query = useInfiniteQuery(myBookingsQuery(periode ? undefined : now));
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton to="/gestion/reservations/nouvelle" icon={Plus}>
            {text.book}
          </LinkButton>
        }
      />
      <div className="stack stack-6">
        <Select
          label={text.period}
          options={periods}
          value={periode ?? ''}
          onChange={(value) => void navigate({ search: { periode: value === 'toutes' ? value : undefined } })}
        />
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={CalendarX} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          }
        >
          {(bookings) => (
            <List label={text.title}>
              {bookings.map((booking, index) => (
                <BookingLine
                  key={booking.id}
                  booking={booking}
                  hasFollowing={bookings
                    .slice(index + 1)
                    .some(({ demandId }) => demandId === booking.demandId)}
                />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}

function BookingLine({ booking, hasFollowing }: { booking: BookingCard; hasFollowing: boolean }) {
  const { startsAt, endsAt, timeZone, purpose, roomName, venueName, status, sessionCode, equipment } =
    booking;
  const [last] = booking.moves;
  return (
    <Row
      aside={<DateBlock at={startsAt} timeZone={timeZone} />}
      title={<h2>{purpose}</h2>}
      meta={<Meta icon={DoorOpen}>{text.place(roomName, venueName)}</Meta>}
      status={<BookingStatus status={status} />}
    >
      <p className="sentence">
        {text.when(date(startsAt, timeZone), time(startsAt, timeZone), time(endsAt, timeZone))}
      </p>
      {equipment.length > 0 && <p className="small">{equipment.map(equipmentLabel).join(' · ')}</p>}
      {booking.answerBy && <p className="soft">{text.answerBy(dateTime(booking.answerBy, timeZone))}</p>}
      {booking.reason && <p>{text.reason(booking.reason)}</p>}
      {status === 'expired' && <p>{text.expiredHint}</p>}
      {last && <p className="small soft">{text.moved(last.roomName, dateTime(last.startsAt, timeZone))}</p>}
      {sessionCode && (
        <Link to="/gestion/sessions/$code" params={{ code: sessionCode }} className="inline">
          {text.session(sessionCode)}
        </Link>
      )}
      <div className="half-day-actions">
        <BookingChanges booking={booking} hasFollowing={hasFollowing} isQuiet />
      </div>
    </Row>
  );
}
