import { Actor, Audit, Database, ifMatch, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CourseDetail, CourseEdit, CourseInput } from './course.dto';
import { Course } from './course.entity';
import { CourseQueries } from './course.queries';
import { courseLifecycle, slugOf } from './course.rules';

const FACTS = { publish: 'training.course_published', archive: 'training.course_archived' } as const;

@Injectable()
export class CourseService {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: CourseQueries,
  ) {}

  create(actor: Actor, input: CourseInput): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const { identifiers } = await this.db.em.insert(Course, {
        ...input,
        durationHours: String(input.durationHours),
        slug: slugOf(input.title),
        createdBy: actor.personId,
      });
      const id = String(identifiers[0]!.id);
      await this.audit.record({ actor, action: 'course.create', subjectType: 'course', subjectId: id });
      return this.queries.byId(id);
    });
  }

  edit(actor: Actor, id: string, asked: number, { durationHours, ...edit }: CourseEdit): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const course = await this.lock(id);
      ifMatch(asked, course.version);
      await this.db.em.update(Course, id, {
        ...edit,
        ...(durationHours !== undefined && { durationHours: String(durationHours) }),
        version: course.version + 1,
        updatedAt: () => 'now()',
      });
      await this.audit.record({ actor, action: 'course.edit', subjectType: 'course', subjectId: id, detail: { fields: Object.keys(edit) } });
      if (course.status === 'published') await this.outbox.publish('training.course_changed', { courseId: id });
      return this.queries.byId(id);
    });
  }

  act(actor: Actor, id: string, action: 'publish' | 'archive'): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const course = await this.lock(id);
      const status = courseLifecycle.next(course.status, action);
      await this.db.em.update(Course, id, { status, version: course.version + 1, updatedAt: () => 'now()' });
      await this.audit.record({ actor, action: `course.${action}`, subjectType: 'course', subjectId: id });
      await this.outbox.publish(FACTS[action], { courseId: id });
      return this.queries.byId(id);
    });
  }

  private async lock(id: string): Promise<Course> {
    const course = await this.db.em.findOne(Course, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!course) throw notFound('course');
    return course;
  }
}
