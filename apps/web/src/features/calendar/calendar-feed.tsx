import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeedView } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { TextField } from '../../ui/text-field';
import { feedText as text } from './feed-text';

export interface Feed {
  query: UseQueryOptions<CalendarFeedView>;
  renew: () => Promise<CalendarFeedView>;
  stop: () => Promise<unknown>;
}

/** The secret address of a calendar: made, changed, stopped. `lead`: what it tells, and to whom it may be given. */
export function CalendarFeed({ feed, lead }: { feed: Feed; lead: string }) {
  const [address, setAddress] = useState<string | null>(null);
  const query = useQuery(feed.query);
  const renew = async () => setAddress((await feed.renew()).url);
  const stop = async () => {
    await feed.stop();
    setAddress(null);
  };
  const creating = useAct({ act: renew, done: text.feedCreated });
  return (
    <section className="stack reading" aria-labelledby="feed">
      <h2 id="feed">{text.feed}</h2>
      <p>{lead}</p>
      {address && <TextField label={text.feedAddress} value={address} type="url" />}
      <Loaded query={query}>
        {({ createdAt }) =>
          createdAt === null ? (
            <>
              <p>{text.feedNone}</p>
              <div>
                <Button variant="secondary" onPress={() => creating.mutate()} isPending={creating.isPending}>
                  {text.feedCreate}
                </Button>
              </div>
            </>
          ) : (
            <>
              <p>{text.feedSince(dateTime(createdAt))}</p>
              <div className="cluster">
                <Decision
                  label={text.feedRenew}
                  title={text.feedRenewTitle}
                  act={renew}
                  done={text.feedCreated}
                  isDestructive
                >
                  <p>{text.feedRenewEffect}</p>
                </Decision>
                <Decision
                  label={text.feedStop}
                  variant="quiet"
                  title={text.feedStopTitle}
                  act={stop}
                  done={text.feedStopped}
                  isDestructive
                >
                  <p>{text.feedStopEffect}</p>
                </Decision>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
