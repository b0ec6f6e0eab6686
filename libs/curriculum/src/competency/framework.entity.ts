import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An open framework of competencies, in one edition. */
@Entity({ schema: 'curriculum', name: 'framework' })
export class Framework {
  @PrimaryColumn('text') code: string;
  @Column('text') edition: string;
  @Column('text') label: string;
  /** Under what terms its labels may be shown. */
  @Column('text') licence: string;
  /** Of its labels, as an HTML `lang`. */
  @Column('text', { default: 'fr' }) language: string;
}
