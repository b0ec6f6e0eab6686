import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, RotateCcw } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import { api, body, ifMatch } from '../../api/client';
import type { CourseVersion } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { List, Row, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Differences } from './course-differences';
import { courseVersionsQuery } from './queries';
import { fieldNames, text as sheet } from './sheet-text';
import { text } from './text';
import { named } from '../catalogue/labels';

const route = getRouteApi('/gestion/formations/$id/historique');

/** Who changed what, and when; what differs between two versions; and the way back to one. */
export function CourseHistoryPage() {
  const { id } = route.useParams();
  const { de, a } = route.useSearch();
  const query = useInfiniteQuery(courseVersionsQuery(id));
  return (
    <Loaded query={query as never} missing={<NotFoundPage />}>
      {({ pages }: NonNullable<typeof query.data>) => {
        const { title, current } = pages[0]!;
        const versions = pages.flatMap(({ items }) => items);
        return (
          <article className="stack stack-12">
            <PageHeader
              title={`${sheet.history}\u202f: ${title}`}
              crumb={sheet.history}
              crumbs={[{ label: text.title, to: '/gestion/formations' }, { label: title, to: `/gestion/formations/${id}` }]}
              lead={sheet.historyLead}
              actions={
                <LinkButton to="/gestion/formations/$id" params={{ id }} variant="secondary" icon={ArrowLeft}>
                  {sheet.backToSheet}
                </LinkButton>
              }
            />
            {versions.length > 1 && (
              <Differences id={id} versions={versions} from={de ?? Math.max(1, current - 1)} to={a ?? current} />
            )}
            <section className="stack stack-6" aria-labelledby="versions">
              <h2 id="versions">{sheet.historyList}</h2>
              <List>
                {versions.map((version) => (
                  <VersionRow key={version.version} id={id} version={version} current={current} />
                ))}
              </List>
              <ShowMore query={query} shown={versions.length} />
            </section>
          </article>
        );
      }}
    </Loaded>
  );
}

function VersionRow({ id, version: { version, at, byName, fields, restoredFrom }, current }: { id: string; version: CourseVersion; current: number }) {
  return (
    <Row
      title={<h3>{sheet.version(version)}</h3>}
      meta={<span>{sheet.by(byName, dateTime(at))}</span>}
      status={version === current && <Status tone="good">{sheet.currentVersion}</Status>}
      actions={
        <>
          {version > 1 && fields.length > 0 && (
            <Link to="." search={{ de: version - 1, a: version }} hash="differences" aria-label={sheet.seeChangesOf(version)}>
              {sheet.seeChanges}
            </Link>
          )}
          {version !== current && (
            <Decision
              label={sheet.restore}
              name={sheet.restoreOf(version)}
              icon={RotateCcw}
              title={sheet.restoreTitle(version)}
              act={() => body(api.POST('/courses/{id}/restore', { params: { path: { id }, header: ifMatch(current) }, body: { version } }))}
              done={sheet.restored}
            >
              <p>{sheet.restoreEffect}</p>
              <p>{sheet.restoreStatus}</p>
            </Decision>
          )}
        </>
      }
    >
      <p>{told(version, fields)}</p>
      {restoredFrom !== null && <p>{sheet.restoredFrom(restoredFrom)}</p>}
    </Row>
  );
}

function told(version: number, fields: string[]): string {
  if (fields.length > 0) return sheet.changed(fields.map((field) => named(fieldNames, field)));
  return version === 1 ? sheet.firstVersion : sheet.nothingChanged;
}
