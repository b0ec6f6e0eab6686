import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../person/person.entity';

/** A signed-in browser. The token itself is only in its cookie: a copy of this table opens nothing. */
@Entity({ schema: 'identity', name: 'session' })
@Index('uq_session_token_hash', ['tokenHash'], { unique: true })
@Index(['personId'])
@Index(['expiresAt'])
@Check('ck_session_token_hash', `octet_length(token_hash) = 32`)
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
