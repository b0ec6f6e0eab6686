import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarX, Search } from 'lucide-react';
import type { WorkSession } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { EmptyState, List } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { CalendarFeed } from '../calendar/calendar-feed';
import { myTrainerFeed } from '../calendar/queries';
import { Competencies } from './competencies';
import { mySessionsQuery } from './queries';
import { SessionRow } from './session-row';
import { momentOf, type Moment } from './moment';
import { text } from './text';

const groups: { moment: Moment; title: string }[] = [
  { moment: 'toAnswer', title: text.toAnswer },
  { moment: 'toCall', title: text.toCall },
  { moment: 'upcoming', title: text.upcoming },
  { moment: 'past', title: text.past },
];

const toCatalogue = (
  <LinkButton to="/formations" variant="secondary" icon={Search}>
    {text.browse}
  </LinkButton>
);

export function SessionsPage() {
  const query = useInfiniteQuery(mySessionsQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-12">
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={CalendarX} title={text.noneTitle} actions={toCatalogue}>
              {text.none}
            </EmptyState>
          }
        >
          {(sessions) => <Groups sessions={sessions} />}
        </LoadedPages>
        <Competencies />
        <CalendarFeed feed={myTrainerFeed} lead={text.feedLead} />
      </div>
    </>
  );
}

function Groups({ sessions }: { sessions: WorkSession[] }) {
  return (
    <div className="stack stack-12">
      {groups.map(({ moment, title }) => {
        const mine = sessions.filter((session) => momentOf(session) === moment);
        // What is over is read backwards.
        const ordered = moment === 'past' ? [...mine].reverse() : mine;
        if (mine.length === 0 && moment !== 'upcoming') return null;
        return (
          <section key={moment} className="stack stack-6" aria-labelledby={moment}>
            <h2 id={moment}>{title}</h2>
            {ordered.length === 0 ? (
              <EmptyState icon={CalendarX} title={text.noUpcomingTitle}>
                {text.noUpcoming}
              </EmptyState>
            ) : (
              <List label={title}>
                {ordered.map((session) => (
                  <SessionRow key={session.id} session={session} moment={moment} />
                ))}
              </List>
            )}
          </section>
        );
      })}
    </div>
  );
}
