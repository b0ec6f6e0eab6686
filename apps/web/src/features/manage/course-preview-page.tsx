import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { CourseDetail } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Sessions } from '../catalogue/course-page';
import { CourseSheet } from '../catalogue/course-sheet';
import { CourseStatus } from './course-status';
import { managedCourseQuery } from './queries';
import { text as sheet } from './sheet-text';
import { text } from './text';

const route = getRouteApi('/gestion/formations/$id/apercu');
const NOTICES: Record<CourseDetail['status'], string> = { draft: sheet.previewDraft, archived: sheet.previewArchived, published: sheet.previewPublished };

/** The public page of a course as it will be, for those who write it. */
export function CoursePreviewPage() {
  const { id } = route.useParams();
  const query = useQuery(managedCourseQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(course) => (
        <article className="stack stack-6">
          <PageHeader
            title={course.title}
            documentTitle={`${sheet.preview}\u202f: ${course.title}`}
            crumbs={[{ label: text.title, to: '/gestion/formations' }]}
            over={<CourseStatus status={course.status} />}
            lead={course.summary}
          />
          <Notice
            title={sheet.previewNotice}
            actions={
              <LinkButton to="/gestion/formations/$id" params={{ id }} variant="secondary" icon={ArrowLeft}>
                {sheet.backToSheet}
              </LinkButton>
            }
          >
            {NOTICES[course.status]}
          </Notice>
          <CourseSheet course={course} sessions={<Sessions course={course} />} />
        </article>
      )}
    </Loaded>
  );
}
