import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailOpen, Search } from 'lucide-react';
import type { Message } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { Paragraphs } from '../../ui/paragraphs';
import { PreferencesForm } from './preferences';
import { myMessagesQuery, preferencesQuery } from './queries';
import { text } from './text';
import { Undelivered } from './undelivered';

export function MessagesPage() {
  const query = useInfiniteQuery(myMessagesQuery);
  const preferences = useQuery(preferencesQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns">
        <div className="stack stack-6">
          <Undelivered />
          <h2 id="received">{text.received}</h2>
          <LoadedPages
            query={query}
            empty={
              <EmptyState
                icon={MailOpen}
                title={text.noneTitle}
                actions={
                  <LinkButton to="/formations" variant="secondary" icon={Search}>
                    {text.browse}
                  </LinkButton>
                }
              >
                {text.none}
              </EmptyState>
            }
          >
            {(messages) => (
              <List label={text.received}>
                {messages.map((message) => (
                  <MessageRow key={message.id} message={message} />
                ))}
              </List>
            )}
          </LoadedPages>
        </div>
        <aside className="sheet stack" aria-labelledby="settings">
          <h2 id="settings">{text.settings}</h2>
          <Loaded query={preferences}>{(loaded) => <PreferencesForm loaded={loaded} />}</Loaded>
        </aside>
      </div>
    </>
  );
}

function MessageRow({ message: { subject, body, createdAt, delivery, linkLabel, linkPath } }: { message: Message }) {
  return (
    <Row
      title={<h3>{subject}</h3>}
      meta={
        <>
          <span>{text.sentOn(dateTime(createdAt))}</span>
          <span>{text.deliveries[delivery]}</span>
        </>
      }
    >
      <details className="reading">
        <summary>{text.read}</summary>
        <div className="stack stack-2">
          <Paragraphs>{body}</Paragraphs>
          {linkLabel && linkPath && (
            <p>
              <Link to={linkPath}>{linkLabel}</Link>
            </p>
          )}
        </div>
      </details>
    </Row>
  );
}
