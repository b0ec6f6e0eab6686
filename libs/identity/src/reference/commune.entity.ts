import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Departement } from './departement.entity';
import { Region } from './region.entity';

/** Commune or municipal arrondissement (code officiel géographique). `searchName` is its name without accents or punctuation. */
@Entity({ schema: 'identity', name: 'commune' })
@Index(['searchName'])
@Index(['departementCode'])
export class Commune {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  searchName: string;

  @Column('text')
  @ForeignKey(() => Departement)
  departementCode: string;

  @Column('text')
  @ForeignKey(() => Region)
  regionCode: string;

  @Column('integer', { nullable: true })
  population: number | null;

  @Column('text', { array: true })
  postalCodes: string[];

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { nullable: true })
  lon: number | null;
}
