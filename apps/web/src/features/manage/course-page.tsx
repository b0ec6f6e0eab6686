import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Archive, CalendarPlus, Globe } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import { api, body, ifMatch } from '../../api/client';
import type { CourseDetail } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { changes } from '../../ui/changes';
import { Decision } from '../../ui/decision';
import { EditForm } from '../../ui/edit-form';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { CourseFields } from './course-fields';
import { CourseStatus } from './course-status';
import { inputOf, valuesOf, type CourseValues } from './course-values';
import { managedCourseQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/formations/$id');

export function CoursePage() {
  const { id } = route.useParams();
  const query = useQuery(managedCourseQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(course) => <Course course={course} />}
    </Loaded>
  );
}

function Course({ course }: { course: CourseDetail }) {
  const path = { id: course.id };
  const save = (values: CourseValues, base: CourseDetail) =>
    body(
      api.PATCH('/courses/{id}', {
        params: { path },
        headers: ifMatch(base.version),
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
      {status === 'published' && (
        <Link to="/formations/$slug" params={{ slug }}>
          {text.seePublic}
        </Link>
      )}
    </>
  );
}
