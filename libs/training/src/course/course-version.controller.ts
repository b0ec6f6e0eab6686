import { Actor, Can, Id, IfMatch, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { CourseDetail } from './course-sheet.dto';
import { CourseService } from './course.service';
import { Compared, CourseDifferences, CourseVersionPage, CourseVersions, RestoredVersion } from './course-version.dto';
import { CourseVersionQueries } from './course-version.queries';

@Controller()
export class CourseVersionController {
  constructor(
    private readonly courses: CourseService,
    private readonly queries: CourseVersionQueries,
  ) {}

  @Can('training.course.manage')
  @Get('manage/courses/:id/versions')
  list(@Id('course') id: string, @Query() query: CourseVersions): Promise<CourseVersionPage> {
    return this.queries.list(id, query);
  }

  @Can('training.course.manage')
  @Get('manage/courses/:id/differences')
  compare(@Id('course_version') id: string, @Query() versions: Compared): Promise<CourseDifferences> {
    return this.queries.compare(id, versions);
  }

  @Can('training.course.edit')
  @HttpCode(200)
  @Post('courses/:id/restore')
  restore(@Me() actor: Actor, @Id('course') id: string, @IfMatch() current: number, @Body() { version }: RestoredVersion): Promise<CourseDetail> {
    return this.courses.restore(actor, id, current, version);
  }
}
