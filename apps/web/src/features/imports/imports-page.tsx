import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileSpreadsheet } from 'lucide-react';
import type { ImportRun } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { Status, type StatusTone } from '../../ui/status';
import { importsQuery } from './queries';
import { SendList } from './send-list';
import { text } from './text';

const tones: Record<ImportRun['status'], StatusTone> = {
  received: 'neutral',
  checking: 'active',
  checked: 'waiting',
  applying: 'active',
  applied: 'good',
  cancelled: 'neutral',
  failed: 'bad',
};

export const RunStatus = ({ status }: Pick<ImportRun, 'status'>) => <Status tone={tones[status]}>{text.statuses[status]}</Status>;

export function ImportsPage() {
  const query = useInfiniteQuery(importsQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} actions={<Link to="/gestion/lieux/doublons">{text.seeDuplicates}</Link>} />
      <div className="stack stack-12">
        <section className="stack stack-6" aria-labelledby="send">
          <h2 id="send">{text.send}</h2>
          <SendList />
        </section>
        <section className="stack stack-6" aria-labelledby="history">
          <h2 id="history">{text.history}</h2>
          <LoadedPages
            query={query}
            empty={
              <EmptyState icon={FileSpreadsheet} title={text.noneTitle}>
                {text.none}
              </EmptyState>
            }
          >
            {(runs) => (
              <List label={text.history}>
                {runs.map((run) => (
                  <Row
                    key={run.id}
                    isWaiting={run.status === 'checked'}
                    title={
                      <h3>
                        <Link to="/gestion/lieux/imports/$id" params={{ id: run.id }}>
                          {run.producer}, {run.fileName}
                        </Link>
                      </h3>
                    }
                    meta={<span>{text.sentBy(run.askedBy, dateTime(run.createdAt))}</span>}
                    status={<RunStatus status={run.status} />}
                  />
                ))}
              </List>
            )}
          </LoadedPages>
        </section>
      </div>
    </>
  );
}
