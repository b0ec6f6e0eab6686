import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CalendarCheck, CalendarX } from 'lucide-react';
import { useRef } from 'react';
import { LinkButton } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { BookingRow } from './booking-row';
import { text } from './booking-text';
import { comingQuery, heldQuery } from './queries';

export function BookingsPage() {
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-12">
        <Held />
        <Coming />
      </div>
    </>
  );
}

function Held() {
  const query = useInfiniteQuery(heldQuery);
  const count = useRef<HTMLParagraphElement>(null);
  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{text.held}</h2>
      <Loaded query={query}>
        {({ pages }) => {
          const bookings = pages.flatMap((page) => page.items);
          return (
            <>
              <p ref={count} tabIndex={-1} role="status">
                {bookings.length > 0 && text.heldCount(bookings.length)}
              </p>
              {bookings.length === 0 ? (
                <EmptyState icon={CalendarCheck} title={text.noHeldTitle}>
                  {text.noHeld}
                </EmptyState>
              ) : (
                <>
                  <List label={text.held}>
                    {bookings.map((booking) => (
                      <BookingRow key={booking.id} booking={booking} onAnswered={() => count.current?.focus()} />
                    ))}
                  </List>
                  <ShowMore query={query} shown={bookings.length} />
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Coming() {
  const query = useQuery(comingQuery);
  return (
    <section className="stack stack-6" aria-labelledby="coming">
      <h2 id="coming">{text.confirmed}</h2>
      <Loaded query={query}>
        {(bookings) =>
          bookings.length === 0 ? (
            <EmptyState
              icon={CalendarX}
              title={text.noConfirmedTitle}
              actions={
                <LinkButton to="/hote/lieux" variant="secondary">
                  {text.toPlaces}
                </LinkButton>
              }
            >
              {text.noConfirmed}
            </EmptyState>
          ) : (
            <List label={text.confirmed}>
              {bookings.map((booking) => (
                <BookingRow key={booking.id} booking={booking} />
              ))}
            </List>
          )
        }
      </Loaded>
    </section>
  );
}
