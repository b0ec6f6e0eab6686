import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was loaded, and the hash of its source: loading the same content again does nothing. */
@Entity({ schema: 'identity', name: 'reference_load' })
export class ReferenceLoad {
  @PrimaryColumn('text')
  name: string;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  loadedAt: Date;
}
