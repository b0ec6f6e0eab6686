import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { CalendarFeedView } from '../../api/types';
import { Loaded } from '../../ui/loaded';
import { SecretFeed } from './secret-feed';
import { text } from './text';

export interface Feed {
  query: UseQueryOptions<CalendarFeedView>;
  renew: () => Promise<CalendarFeedView>;
  stop: () => Promise<unknown>;
}

/** A calendar in other programs. `lead`: what it tells, and to whom its address may be given. */
export function CalendarFeed({ feed, lead }: { feed: Feed; lead: string }) {
  const query = useQuery(feed.query);
  return (
    <section className="stack reading" aria-labelledby="feed">
      <h2 id="feed">{text.feed}</h2>
      <p>{lead}</p>
      <Loaded query={query}>{({ createdAt }) => <SecretFeed since={createdAt} renew={async () => (await feed.renew()).url} stop={feed.stop} />}</Loaded>
    </section>
  );
}
