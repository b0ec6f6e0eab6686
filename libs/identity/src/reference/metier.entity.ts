import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A métier territorial. Codes are those of the 2013 edition of the répertoire, as published; an edition that would reuse
 * one of them for another métier has to prefix it.
 */
@Entity({ schema: 'identity', name: 'metier' })
export class Metier {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  edition: string;

  @Column('text')
  label: string;

  @Column('text')
  family: string;

  @Column('text')
  domain: string;

  /** Other names in use. */
  @Column('text', { array: true, default: () => "'{}'" })
  otherNames: string[];
}
