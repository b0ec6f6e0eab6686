import { nameNoun } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { News } from './news.entity';
import { SavedSearch } from './saved-search.entity';

nameNoun('unsubscription', 'Ce lien de désabonnement');

/** One mail a day to one person, whatever the number of their searches. */
@Entity({ schema: 'training', name: 'digest' })
@Unique('uq_digest_person_id_day', ['personId', 'day'])
@Unique('uq_digest_unsubscribe_hash', ['unsubscribeHash'])
export class Digest {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('uuid') @ForeignKey('Person', { onDelete: 'CASCADE' }) personId: string;
  /** On the clock of Paris. */
  @Column('date') day: string;
  /** Of the secret of its unsubscription link, drawn when the mail leaves. */
  @Column('bytea', { nullable: true }) unsubscribeHash: Buffer | null;
}

/** Once is enough: a person is never told the same news again. */
@Entity({ schema: 'training', name: 'told_news' })
@Index(['newsId'])
@Index(['digestId'])
@Index(['searchId'])
export class ToldNews {
  @PrimaryColumn('uuid') @ForeignKey('Person', { onDelete: 'CASCADE' }) personId: string;
  @PrimaryColumn('uuid') @ForeignKey(() => News, { onDelete: 'CASCADE' }) newsId: string;
  @Column('uuid') @ForeignKey(() => Digest, { onDelete: 'CASCADE' }) digestId: string;
  @Column('uuid') @ForeignKey(() => SavedSearch, { onDelete: 'CASCADE' }) searchId: string;
}
