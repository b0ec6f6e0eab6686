import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Region } from './region.entity';

/** Where local time and legal holidays are decided: nothing finer is needed for a session. */
@Entity({ schema: 'identity', name: 'departement' })
export class Departement {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  @ForeignKey(() => Region)
  regionCode: string;

  @Column('text')
  timeZone: string;

  @Column('text')
  holidayTerritory: string;
}
