import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Framework } from './framework.entity';

@Entity({ schema: 'curriculum', name: 'competency' })
@Index('uq_competency_framework_code_code', ['frameworkCode', 'code'], { unique: true })
export class Competency {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Framework) @Column('text') frameworkCode: string;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('text', { default: '' }) domain: string;
  /** The name of each level, from the first; empty where the framework has none. */
  @Column('text', { array: true, default: () => "'{}'" }) levels: string[];
}
