import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CalendarCheck, CalendarX } from 'lucide-react';
import { useRef } from 'react';
import { LinkButton } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { BookingRow } from './booking-row';
import { text } from './booking-text';
import { groupBookings } from './group-bookings';
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
          const groups = groupBookings(pages.flatMap((page) => page.items));
          return (
            <>
              <p ref={count} tabIndex={-1} role="status">
                {groups.length > 0 && text.heldCount(groups.length)}
              </p>
              {groups.length === 0 ? (
                <EmptyState icon={CalendarCheck} title={text.noHeldTitle}>
                  {text.noHeld}
                </EmptyState>
              ) : (
                <>
                  <List label={text.held}>
                    {groups.map((group) => (
                      <BookingRow key={group[0].id} group={group} onAnswered={() => count.current?.focus()} />
                    ))}
                  </List>
                  <ShowMore query={query} shown={groups.length} />
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
              {groupBookings(bookings).map((group) => (
                <BookingRow key={group[0].id} group={group} />
              ))}
            </List>
          )
        }
      </Loaded>
    </section>
  );
}
