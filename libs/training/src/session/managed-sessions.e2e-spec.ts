import { TestApp, testApp } from '../../../../test/support/app';
import type { CourseDetail } from '../course/course-sheet.dto';
import type { ManagedSession } from './session.dto';

describe('the sessions of a manager', () => {
  let t: TestApp;
  beforeAll(async () => (t = await testApp()));
  afterAll(() => t.close());

  it('are told apart by whether they still take requests, and say until when', async () => {
    const manager = await t.as('course_manager');
    const [taking, over] = [await t.a.session({ manager }), await t.a.session({ manager })];
    await t.db.query(`update training.session set enrolment_closes_at = now() - interval '1 minute' where id = $1`, [over.id]);
    const codes = async (query: string) => ((await manager.get(`/manage/sessions?${query}`).expect(200)).body as { items: ManagedSession[] }).items.map(({ code }) => code).sort();
    expect(await codes('status=open')).toEqual([taking.code, over.code].sort());
    expect(await codes('status=open&requests=open')).toEqual([taking.code]);
    expect(await codes('status=open&requests=closed')).toEqual([over.code]);
    expect(await codes('status=confirmed&requests=closed')).toEqual([]);
    await manager.get('/manage/sessions?requests=perhaps').expect(422);
    const { course } = (await t.anyone.get(`/sessions/${over.code}`).expect(200)).body as { course: { slug: string } };
    const { sessions } = (await t.anyone.get(`/courses/${course.slug}`).expect(200)).body as CourseDetail;
    expect(sessions.map(({ code, enrolmentClosesAt }) => [code, Date.parse(String(enrolmentClosesAt)) < Date.now()])).toContainEqual([over.code, true]);
  });
});
