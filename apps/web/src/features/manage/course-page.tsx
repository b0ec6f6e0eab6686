import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Archive, CalendarPlus, Copy, Eye, Globe, History } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import { api, body, ifMatch, useIdempotencyKey } from '../../api/client';
import type { CourseDetail } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { changes } from '../../ui/changes';
import { Decision, useAct } from '../../ui/decision';
import { EditForm } from '../../ui/edit-form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { CourseFields } from './course-fields';
import { sectionOf } from './course-sections';
import { CourseStatus } from './course-status';
import { inputOf, valuesOf, type CourseValues } from './course-values';
import { managedCourseQuery } from './queries';
import { text as sheet } from './sheet-text';
import { text } from './text';

const route = getRouteApi('/gestion/formations/$id');

export function CoursePage() {
  const { id } = route.useParams();
  const query = useQuery(managedCourseQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(course) => <Course key={course.id} course={course} />}
    </Loaded>
  );
}

function Course({ course }: { course: CourseDetail }) {
  const path = { id: course.id };
  const save = (values: CourseValues, base: CourseDetail) =>
    body(
      api.PATCH('/courses/{id}', {
        params: { path, header: ifMatch(base.version) },
        body: changes(inputOf(values), inputOf(valuesOf(base))),
      }),
    );
  return (
    <article>
      <PageHeader
        title={course.title}
        crumbs={[{ label: text.title, to: '/gestion/formations' }]}
        over={<CourseStatus status={course.status} />}
        actions={<Actions course={course} />}
      />
      <Missing course={course} />
      <EditForm
        loaded={course}
        valuesOf={valuesOf}
        save={save}
        reload={() => body(api.GET('/manage/courses/{id}', { params: { path } }))}
        label={text.save}
        done={text.saved}
      >
        <CourseFields />
      </EditForm>
    </article>
  );
}

/** What is left to say before publishing, each with the way to it. */
function Missing({ course }: { course: CourseDetail }) {
  if (course.status === 'published' || course.missing.length === 0) return null;
  return (
    <Notice tone="warning" title={sheet.missingTitle}>
      <p>{sheet.missingLead}</p>
      <ul>
        {course.missing.map(({ pointer, label }) => (
          <li key={pointer}>
            <Link to="." hash={sectionOf(pointer)}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Actions({ course: { id, slug, status, actions } }: { course: CourseDetail }) {
  const params = { path: { id } };
  return (
    <>
      {actions.includes('publish') && (
        <Decision
          label={text.publish}
          variant="primary"
          icon={Globe}
          title={text.publishTitle}
          act={() => body(api.POST('/courses/{id}/publish', { params }))}
          done={text.published}
        >
          <p>{text.publishEffect}</p>
        </Decision>
      )}
      {status !== 'archived' && (
        <LinkButton to="/gestion/sessions/nouvelle" search={{ formation: id }} variant="secondary" icon={CalendarPlus}>
          {text.plan}
        </LinkButton>
      )}
      {actions.includes('archive') && (
        <Decision
          label={text.archive}
          icon={Archive}
          title={text.archiveTitle}
          act={() => body(api.POST('/courses/{id}/archive', { params }))}
          done={text.archived}
          isDestructive
        >
          <p>{text.archiveEffect}</p>
          <p>{text.archiveUndo}</p>
        </Decision>
      )}
      <LinkButton to="/gestion/formations/$id/apercu" params={{ id }} variant="secondary" icon={Eye}>
        {sheet.preview}
      </LinkButton>
      <LinkButton to="/gestion/formations/$id/historique" params={{ id }} variant="secondary" icon={History}>
        {sheet.history}
      </LinkButton>
      <Duplicate id={id} />
      {status === 'published' && (
        <Link to="/formations/$slug" params={{ slug }}>
          {text.seePublic}
        </Link>
      )}
    </>
  );
}

/** A copy harms nobody: it is made at one press, and opened. */
function Duplicate({ id }: { id: string }) {
  const navigate = useNavigate();
  const headers = useIdempotencyKey();
  const { mutate, isPending } = useAct({
    act: async () => {
      const copy = await body(api.POST('/courses/{id}/duplicate', { params: { path: { id } }, headers }));
      await navigate({ to: '/gestion/formations/$id', params: { id: copy.id } });
    },
    done: sheet.duplicated,
  });
  return (
    <Button variant="secondary" icon={Copy} isPending={isPending} onPress={() => mutate()}>
      {sheet.duplicate}
    </Button>
  );
}
