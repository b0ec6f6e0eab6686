import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import { useMe } from '../../app/me';
import type { SessionDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { sessionQuery } from '../catalogue/queries';
import { text } from './bulletin-text';
import '../../ui/print.css';

const route = getRouteApi('/bulletin');

/** Made for paper: the form that an agent has signed when their employer is not on line. */
export function BulletinPage() {
  const { session: code = '' } = route.useSearch();
  const query = useQuery(sessionQuery(code));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(session) => <Bulletin session={session} />}
    </Loaded>
  );
}

function Bulletin({ session }: { session: SessionDetail }) {
  const me = useMe();
  const { venue } = session;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <Button icon={Printer} onPress={() => window.print()}>
            {text.print}
          </Button>
        }
      />
      <div className="stack stack-12">
        <section className="stack">
          <h2>{session.course.title}</h2>
          <Facts
            items={[
              [text.session, session.code],
              [text.when, dateRange(session.startsAt, session.endsAt, session.timeZone)],
              [text.where, [venue.name, venue.address, venue.communeName].filter(Boolean).join(', ')],
            ]}
          />
        </section>
        <Lines title={text.agent} terms={text.agentTerms} values={me ? [me.displayName, me.profile?.employerName, me.profile?.cadreEmploisName, me.email] : []} />
        <Lines title={text.opinion} terms={text.opinionTerms} />
        <Lines title={text.authority} terms={text.authorityTerms} />
        <p className="soft">{text.warning}</p>
      </div>
    </>
  );
}

function Lines({ title, terms, values = [] }: { title: string; terms: readonly string[]; values?: (string | null | undefined)[] }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <dl className="signature">
        {terms.map((term, index) => (
          <div key={term} className={text.atLength.includes(term) ? 'wide' : undefined}>
            <dt>{term}</dt>
            <dd>{values[index]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
