import { declareJobs, OnEvent, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PublicationStore } from './publication/publication.store';
import { PushService } from './publication/push.service';
import { ReconciliationService } from './reconciliation/reconciliation.service';

declare module '@app/platform' {
  interface Jobs {
    'netpublic.sweep': Record<string, never>;
    'netpublic.push': { publicationId: string };
    'netpublic.reconcile': Record<string, never>;
  }
}
declareJobs('netpublic.sweep', 'netpublic.push', 'netpublic.reconcile');

/** Events only say that something changed; the push reads what it became. */
@Injectable()
export class FederationHandlers {
  constructor(
    private readonly store: PublicationStore,
    private readonly pushes: PushService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  @OnEvent('training.course_published')
  coursePublished({ courseId }: { courseId: string }): Promise<void> {
    return this.store.markCourse(courseId);
  }

  @OnEvent('training.course_changed')
  courseChanged({ courseId }: { courseId: string }): Promise<void> {
    return this.store.markCourse(courseId);
  }

  @OnEvent('training.course_archived')
  courseArchived({ courseId }: { courseId: string }): Promise<void> {
    return this.store.markCourse(courseId);
  }

  @OnEvent('training.session_opened')
  sessionOpened({ sessionId }: { sessionId: string }): Promise<void> {
    return this.store.markSession(sessionId);
  }

  @OnEvent('training.session_changed')
  sessionChanged({ sessionId }: { sessionId: string }): Promise<void> {
    return this.store.markSession(sessionId);
  }

  @OnEvent('training.session_cancelled')
  sessionCancelled({ sessionId }: { sessionId: string }): Promise<void> {
    return this.store.markSession(sessionId);
  }

  @OnEvent('training.session_closed')
  sessionClosed({ sessionId }: { sessionId: string }): Promise<void> {
    return this.store.markSession(sessionId);
  }

  @OnJob('netpublic.sweep')
  sweep(): Promise<void> {
    return this.pushes.sweep();
  }

  @OnJob('netpublic.push')
  push({ publicationId }: { publicationId: string }): Promise<void> {
    return this.pushes.push(publicationId);
  }

  @OnJob('netpublic.reconcile')
  reconcile(): Promise<void> {
    return this.reconciliation.reconcile();
  }
}
