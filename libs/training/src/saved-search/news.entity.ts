import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Course } from '../course/course.entity';
import { Session } from '../session/session.entity';
import type { NewsKind } from './saved-search.rules';

/** Something new in the catalogue, noted when it happened. */
@Entity({ schema: 'training', name: 'news' })
@Check('ck_news_kind', `kind in ('course_published', 'session_opened', 'seat_freed')`)
@Check('ck_news_session', `(kind = 'course_published') = (session_id is null)`)
@Index(['notedAt'])
@Index(['courseId'])
@Index(['sessionId'])
export class News {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('text') kind: NewsKind;
  @Column('uuid') @ForeignKey(() => Course, { onDelete: 'CASCADE' }) courseId: string;
  @Column('uuid', { nullable: true }) @ForeignKey(() => Session, { onDelete: 'CASCADE' }) sessionId: string | null;
  @Column('timestamptz') notedAt: Date;
}
