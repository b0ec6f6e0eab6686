import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, body } from '../../api/client';
import type { ImportRun } from '../../api/types';
import { NotFoundPage } from '../../app/error-pages';
import { LinkButton } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import '../../ui/facts.css';
import { Findings } from './findings';
import { RunStatus } from './imports-page';
import { importQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/lieux/imports/$id');

export function ImportPage() {
  const { id } = route.useParams();
  return (
    <Loaded query={useQuery(importQuery(id))} missing={<NotFoundPage />}>
      {(run) => <Run run={run} />}
    </Loaded>
  );
}

function Run({ run }: { run: ImportRun }) {
  const { status, report, problem } = run;
  return (
    <article>
      <PageHeader
        title={run.fileName}
        crumbs={[{ label: text.title, to: '/gestion/lieux/imports' }]}
        over={<RunStatus status={status} />}
        lead={`${run.producer}, ${run.licence}, ${text.sentBy(run.askedBy, dateTime(run.createdAt))}.`}
        actions={<Actions run={run} />}
      />
      <div className="stack stack-12">
        {(status === 'received' || status === 'checking') && <Going label={text.reading} note={text.readingNote} run={run} />}
        {status === 'applying' && <Going label={text.applying} run={run} />}
        {status === 'cancelled' && (
          <Notice
            title={text.cancelledTitle}
            actions={
              <LinkButton to="/gestion/lieux/imports" variant="secondary">
                {text.send}
              </LinkButton>
            }
          >
            {text.cancelledNote}
          </Notice>
        )}
        {problem && (
          <Notice
            tone="error"
            title={text.failedTitle}
            actions={
              <LinkButton to="/gestion/lieux/imports" variant="secondary">
                {text.send}
              </LinkButton>
            }
          >
            {problem}
          </Notice>
        )}
        {report && (
          <section className="stack stack-6" aria-labelledby="result">
            <h2 id="result">{status === 'applied' ? text.appliedResult : text.result}</h2>
            <Counts report={report} />
            {report.looksPartial && status === 'checked' && (
              <Notice tone="warning" title={text.looksPartialTitle}>
                {text.looksPartial(report.gone)}
              </Notice>
            )}
            {status === 'applied' && report.gone > 0 && (
              <Link to="/gestion/lieux/tous" search={{ absents: 'oui' }}>
                {text.seeGone}
              </Link>
            )}
            {report.duplicates > 0 && <Link to="/gestion/lieux/doublons">{text.seeDuplicates}</Link>}
          </section>
        )}
        {report && <Findings run={run} />}
      </div>
    </article>
  );
}

/** How many rows there are is not known before the end: a number that grows, and a bar without end. */
function Going({ label, note, run }: { label: string; note?: string; run: ImportRun }) {
  return (
    <div className="stack stack-2 reading">
      <progress className="progress" aria-label={label} value={run.report ? run.rowsRead : undefined} max={run.report?.rows} />
      <p role="status">{text.rowsRead(run.rowsRead)}</p>
      {note && <p className="hint">{note}</p>}
    </div>
  );
}

function Counts({ report }: { report: NonNullable<ImportRun['report']> }) {
  const names = Object.keys(text.counts) as (keyof typeof text.counts)[];
  return (
    <dl className="facts figures">
      {names.map((name) => (
        <div key={name}>
          <dt>{text.counts[name]}</dt>
          <dd>{report[name].toLocaleString('fr-FR')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What applying does, without the lines that would say zero. */
function Effects({ report: { accepted, changed, gone, refused } }: { report: NonNullable<ImportRun['report']> }) {
  const effects = [accepted > 0 && text.willAdd(accepted), changed > 0 && text.willChange(changed), gone > 0 && text.willFlag(gone)];
  const told = effects.some(Boolean) ? effects : [text.willNothing];
  return (
    <ul>
      {[...told, refused > 0 && text.setAside(refused)].map((line) => line && <li key={line}>{line}.</li>)}
    </ul>
  );
}

function Actions({ run: { id, actions, report } }: { run: ImportRun }) {
  const params = { path: { id } };
  const apply = (coverage?: 'complete' | 'partial') => () => body(api.POST('/imports/{id}/apply', { params, body: { coverage } }));
  const isDoubtful = report?.looksPartial ?? false;
  return (
    <>
      {actions.includes('apply') && report && !isDoubtful && (
        <Decision label={text.apply} variant="primary" title={text.applyTitle} act={apply()} done={text.applied}>
          <Effects report={report} />
        </Decision>
      )}
      {actions.includes('apply') && report && isDoubtful && (
        <>
          <Decision label={text.applyAsPartial} title={text.applyTitle} act={apply('partial')} done={text.applied}>
            <p>{text.partialEffect}</p>
          </Decision>
          <Decision label={text.applyAsComplete} title={text.applyTitle} act={apply('complete')} done={text.applied}>
            <p>{text.completeEffect(report.gone)}</p>
          </Decision>
        </>
      )}
      {actions.includes('cancel') && (
        <Decision
          label={text.cancel}
          title={text.cancelTitle}
          act={() => body(api.POST('/imports/{id}/cancel', { params }))}
          done={text.cancelled}
          isDestructive
        >
          <p>{text.cancelEffect}</p>
        </Decision>
      )}
    </>
  );
}
