import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { Loaded } from '../../ui/loaded';
import { feedQuery } from './queries';
import { SecretFeed } from './secret-feed';
import { text } from './text';

/** The bookings of a place in other programs. */
export function CalendarFeed({ venueId }: { venueId: string }) {
  const query = useQuery(feedQuery(venueId));
  const params = { path: { id: venueId } };
  return (
    <section className="stack reading" aria-labelledby="feed">
      <h2 id="feed">{text.feed}</h2>
      <p>{text.feedLead}</p>
      <Loaded query={query}>
        {({ createdAt }) => (
          <SecretFeed
            since={createdAt}
            renew={async () => (await body(api.POST('/venues/{id}/calendar-feed', { params }))).url}
            stop={() => api.DELETE('/venues/{id}/calendar-feed', { params })}
          />
        )}
      </Loaded>
    </section>
  );
}
