import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A code of the national nomenclatures: NSF (what a course is about), ROME (the occupations it leads to). */
@Entity({ schema: 'training', name: 'classification' })
@Check('ck_classification_scheme', `scheme in ('nsf', 'rome')`)
export class Classification {
  @PrimaryColumn('text') scheme: 'nsf' | 'rome';
  @PrimaryColumn('text') code: string;
  @Column('text') label: string;
}
