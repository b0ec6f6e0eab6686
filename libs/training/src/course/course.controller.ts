import { Actor, Can, Id, Idempotent, IfMatch, Me, Public } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ManagedCoursePage, ManagedCourses } from './course.dto';
import { CourseQueries } from './course.queries';
import { CourseDetail, CourseEdit, CourseInput } from './course-sheet.dto';
import { CourseService } from './course.service';

@Controller()
export class CourseController {
  constructor(
    private readonly courses: CourseService,
    private readonly queries: CourseQueries,
  ) {}

  @Public()
  @Get('courses/:slug')
  read(@Param('slug') slug: string, @Me() actor: Actor | null): Promise<CourseDetail> {
    return this.queries.bySlug(slug, actor);
  }

  @Can('training.course.manage')
  @Get('manage/courses')
  managed(@Query() query: ManagedCourses): Promise<ManagedCoursePage> {
    return this.queries.managed(query);
  }

  @Can('training.course.manage')
  @Get('manage/courses/:id')
  manage(@Id('course') id: string): Promise<CourseDetail> {
    return this.queries.byId(id);
  }

  @Can('training.course.create')
  @Idempotent()
  @Post('courses')
  create(@Me() actor: Actor, @Body() input: CourseInput): Promise<CourseDetail> {
    return this.courses.create(actor, input);
  }

  @Can('training.course.create')
  @Idempotent()
  @Post('courses/:id/duplicate')
  duplicate(@Me() actor: Actor, @Id('course') id: string): Promise<CourseDetail> {
    return this.courses.duplicate(actor, id);
  }

  @Can('training.course.edit')
  @Patch('courses/:id')
  edit(@Me() actor: Actor, @Id('course') id: string, @IfMatch() version: number, @Body() edit: CourseEdit): Promise<CourseDetail> {
    return this.courses.edit(actor, id, version, edit);
  }

  @Can('training.course.publish')
  @HttpCode(200)
  @Post('courses/:id/publish')
  publish(@Me() actor: Actor, @Id('course') id: string): Promise<CourseDetail> {
    return this.courses.act(actor, id, 'publish');
  }

  @Can('training.course.archive')
  @HttpCode(200)
  @Post('courses/:id/archive')
  archive(@Me() actor: Actor, @Id('course') id: string): Promise<CourseDetail> {
    return this.courses.act(actor, id, 'archive');
  }
}
