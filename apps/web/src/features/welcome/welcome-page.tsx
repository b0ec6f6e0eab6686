import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { hasRole, useMe } from '../../app/me';
import { useNav } from '../../app/nav';
import type { Me } from '../../api/types';
import { today } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Undelivered } from '../messages/undelivered';
import { ComingForMe } from './coming';
import { mostPerSource, waitingSources } from './sources';
import { text } from './text';
import './welcome.css';

export function WelcomePage() {
  const me = useMe();
  return me ? <Welcome me={me} /> : null;
}

function Welcome({ me }: { me: Me }) {
  const entries = useNav();
  return (
    <>
      <PageHeader
        title={text.title(me.displayName)}
        documentTitle={text.documentTitle}
        over={<p className="sentence inline soft">{today()}</p>}
      />
      <div className="columns">
        <div className="stack stack-12">
          <Undelivered />
          <Waiting me={me} />
          {hasRole(me, 'agent') && <ComingForMe />}
        </div>
        <aside className="sheet stack" aria-labelledby="tools">
          <h2 id="tools">{text.elsewhere}</h2>
          <ul className="tools">
            {entries
              .filter(({ to }) => to !== '/accueil')
              .map((entry) => (
                <li key={entry.to}>
                  <Link to={entry.to}>{entry.label}</Link>
                </li>
              ))}
            <li>
              <Link to="/formations">{text.browse}</Link>
            </li>
          </ul>
        </aside>
      </div>
    </>
  );
}

const shownPerSource = 3;

function Waiting({ me }: { me: Me }) {
  const mine = waitingSources.filter(({ roles }) => hasRole(me, ...roles));
  const queries = useQueries({
    queries: mine.map(({ key, load }) => ({ queryKey: ['waiting', key], queryFn: load })),
  });
  if (mine.length === 0 && hasRole(me, 'agent')) return null;
  const nothing = queries.every(({ data }) => data?.length === 0);
  return (
    <section className="stack stack-6" aria-labelledby="waiting">
      <h2 id="waiting">{text.waiting}</h2>
      {nothing && (
        <EmptyState icon={CircleCheck} title={text.nothingTitle}>
          {text.nothing}
        </EmptyState>
      )}
      {mine.map((source, index) => {
        const query = queries[index];
        if (!query || query.data?.length === 0) return null;
        return (
          <div key={source.key} className="stack">
            <div className="section-head">
              <h3>{source.title}</h3>
              <Link to={source.to}>{text.seeAll}</Link>
            </div>
            <Loaded query={query} pending={<Skeleton lines={3} />}>
              {(items) => (
                <>
                  <List label={source.title}>
                    {items.slice(0, shownPerSource).map((item) => (
                      <Row
                        key={item.id}
                        isWaiting
                        title={<Link to={item.to}>{item.title}</Link>}
                        meta={<span className="sentence inline">{item.detail}</span>}
                      />
                    ))}
                  </List>
                  {items.length > shownPerSource && (
                    <p>
                      {items.length >= mostPerSource ? text.manyMore : text.more(items.length - shownPerSource)}
                    </p>
                  )}
                </>
              )}
            </Loaded>
          </div>
        );
      })}
    </section>
  );
}
