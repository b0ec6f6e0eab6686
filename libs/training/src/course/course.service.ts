import { dayOf } from '@app/identity';
import { Actor, Audit, Clock, conflict, Database, ifMatch, Outbox, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CourseQueries } from './course.queries';
import { courseLifecycle, slugOf } from './course.rules';
import type { CourseDetail, CourseEdit, CourseInput } from './course-sheet.dto';
import { audiencesOn, checkShare, checkSheet, EMPTY, given, Sheet, sheetOf } from './course-sheet.rules';
import { CourseSheetStore, Locked } from './course-sheet.store';
import type { Snapshot } from './course-version.rules';
import { listed, MissingMention, missingMentions } from './mentions.rules';

const FACTS = { publish: 'training.course_published', archive: 'training.course_archived' } as const;

@Injectable()
export class CourseService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: CourseQueries,
    private readonly store: CourseSheetStore,
  ) {}

  create(actor: Actor, input: CourseInput): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const sheet: Sheet = { ...EMPTY, ...given(input), title: input.title, summary: input.summary, theme: input.theme, modality: input.modality, durationHours: input.durationHours };
      checkSheet(sheet, await this.store.known(sheet), this.today());
      return this.add(actor, slugOf(sheet.title), sheet, 'course.create');
    });
  }

  /** A new draft of the same words, under a title of its own. */
  duplicate(actor: Actor, id: string): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const course = await this.queries.byId(id);
      const title = await this.freeTitle(course.title);
      return this.add(actor, slugOf(title), { ...sheetOf(course), title }, 'course.duplicate', { from: id });
    });
  }

  edit(actor: Actor, id: string, asked: number, input: CourseEdit): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const edit = given(input);
      const before = await this.store.lock(id, edit);
      ifMatch(asked, before.version);
      checkSheet(edit, before.known, this.today());
      await this.write(id, { ...sheetOf(before), ...edit }, before);
      return this.saved(actor, await this.queries.byId(id), before);
    });
  }

  /** Makes an old version the current one, as a new version; whether the course is published does not change. */
  restore(actor: Actor, id: string, asked: number, version: number): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const then = sheetOf(await this.store.version(id, version));
      const before = await this.store.lock(id, then);
      ifMatch(asked, before.version);
      await this.write(id, then, before);
      return this.saved(actor, await this.queries.byId(id), before, version);
    });
  }

  act(actor: Actor, id: string, action: 'publish' | 'archive'): Promise<CourseDetail> {
    return this.db.tx(async () => {
      const { status } = await this.store.lock(id, {});
      const next = courseLifecycle.next(status, action);
      const before = await this.queries.byId(id);
      if (action === 'publish' && before.missing.length) throw mentionsMissing(before.missing);
      await this.store.move(id, next);
      const after = { ...before, status: next, version: before.version + 1, updatedAt: this.clock.now(), actions: courseLifecycle.available(next) };
      await this.store.keep(actor, before, after);
      await this.audit.record({ actor, action: `course.${action}`, subjectType: 'course', subjectId: id });
      await this.outbox.publish(FACTS[action], { courseId: id });
      return after;
    });
  }

  private async add(actor: Actor, slug: string, sheet: Sheet, action: string, detail?: Record<string, unknown>): Promise<CourseDetail> {
    checkShare(sheet);
    const id = await this.store.insert(actor, slug, sheet, audiencesOn(sheet.audiences, this.today()));
    const course = await this.queries.byId(id);
    await this.store.keep(actor, null, course);
    await this.audit.record({ actor, action, subjectType: 'course', subjectId: id, detail });
    return course;
  }

  /** What is published stays whole. */
  private async write(id: string, sheet: Sheet, before: Locked): Promise<void> {
    checkShare(sheet);
    const missing = missingMentions(sheet, before.known.regime?.needsTerms ?? before.needsTerms);
    if (before.status === 'published' && missing.length) throw mentionsMissing(missing);
    await this.store.update(id, sheet, audiencesOn(sheet.audiences, this.today()));
  }

  private async saved(actor: Actor, after: CourseDetail, before: Snapshot, restoredFrom: number | null = null): Promise<CourseDetail> {
    const fields = await this.store.keep(actor, before, after, restoredFrom);
    await this.audit.record({ actor, action: restoredFrom === null ? 'course.edit' : 'course.restore', subjectType: 'course', subjectId: after.id, detail: { fields, version: after.version } });
    if (after.status === 'published') await this.outbox.publish('training.course_changed', { courseId: after.id });
    return after;
  }

  private async freeTitle(title: string): Promise<string> {
    const candidates = [' (copie)', ...Array.from({ length: 30 }, (_, index) => ` (copie ${index + 2})`)].map((mark) => `${title.slice(0, 150 - mark.length)}${mark}`);
    const taken = new Set(await this.store.takenSlugs(candidates.map(slugOf)));
    const free = candidates.find((candidate) => !taken.has(slugOf(candidate)));
    if (!free) throw conflict('course.too_many_copies', 'Cette formation a déjà trop de copies. Donnez-leur un titre, puis recommencez.');
    return free;
  }

  private today = (): string => dayOf(this.clock.now());
}

const mentionsMissing = (missing: MissingMention[]): Problem =>
  conflict('course.mentions_missing', `Il manque à cette fiche : ${listed(missing)}.`, {
    errors: missing.map(({ pointer, label }) => ({ pointer, code: 'course.mention_missing', detail: `À compléter avant de publier : ${label}.` })),
  });
