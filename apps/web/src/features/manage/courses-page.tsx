import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Plus, SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { ManagedCourse } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { shortDate } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { courseStatuses, named, optionsOf, themes, withAll } from '../catalogue/labels';
import { CourseStatus } from './course-status';
import { managedCoursesQuery } from './queries';
import type { CourseSearch } from './routes';
import { text } from './text';

const route = getRouteApi('/gestion/formations');
const statusOptions = withAll(text.everyStatus, optionsOf(courseStatuses));

export function CoursesPage() {
  const search = route.useSearch();
  const query = useInfiniteQuery(managedCoursesQuery(search));
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton to="/gestion/formations/nouvelle" icon={Plus}>
            {text.create}
          </LinkButton>
        }
      />
      <div className="columns columns-start">
        <Filters key={search.q ?? ''} search={search} />
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={SearchX} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          }
        >
          {(courses) => (
            <List label={text.list}>
              {courses.map((course) => (
                <CourseRow key={course.id} course={course} />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}

function CourseRow({ course }: { course: ManagedCourse }) {
  return (
    <Row
      title={
        <h2>
          <Link to="/gestion/formations/$id" params={{ id: course.id }}>
            {course.title}
          </Link>
        </h2>
      }
      meta={
        <>
          <span>{named(themes, course.theme)}</span>
          <span>{text.sessions(course.sessionsCount)}</span>
          <span>{text.changed(shortDate(course.updatedAt))}</span>
        </>
      }
      status={<CourseStatus status={course.status} />}
      actions={
        course.status !== 'archived' && (
          <LinkButton
            to="/gestion/sessions/nouvelle"
            search={{ formation: course.id }}
            variant="quiet"
            aria-label={text.planOf(course.title)}
          >
            {text.plan}
          </LinkButton>
        )
      }
    />
  );
}

function Filters({ search }: { search: CourseSearch }) {
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const change = (part: CourseSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ q: words });
  };
  return (
    <search className="stack">
      <form onSubmit={submit} className="stack stack-2">
        <SearchField label={text.query} value={words} onChange={setWords} onClear={() => change({ q: undefined })} />
        <Button type="submit" variant="secondary">
          {text.search}
        </Button>
      </form>
      <Select
        label={text.status}
        options={statusOptions}
        value={search.etat ?? ''}
        onChange={(etat) => change({ etat: etat || undefined })}
      />
    </search>
  );
}
