import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../../api/client';
import { dateTime } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { TextField } from '../../ui/text-field';
import { feedQuery } from './queries';
import { text } from './text';

/** The secret address of the calendar: made, changed, stopped. */
export function CalendarFeed({ venueId }: { venueId: string }) {
  const [address, setAddress] = useState<string | null>(null);
  const query = useQuery(feedQuery(venueId));
  const params = { path: { id: venueId } };
  const renew = async () => setAddress((await body(api.POST('/venues/{id}/calendar-feed', { params }))).url);
  const stop = async () => {
    await api.DELETE('/venues/{id}/calendar-feed', { params });
    setAddress(null);
  };
  const creating = useAct({ act: renew, done: text.feedCreated });
  return (
    <section className="stack reading" aria-labelledby="feed">
      <h2 id="feed">{text.feed}</h2>
      <p>{text.feedLead}</p>
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
