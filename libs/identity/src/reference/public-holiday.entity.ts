import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A legal holiday of a territory (Good Friday is one in Alsace-Moselle only). */
@Entity({ schema: 'identity', name: 'public_holiday' })
export class PublicHoliday {
  @PrimaryColumn('date')
  date: string;

  @PrimaryColumn('text')
  territory: string;

  @Column('text')
  name: string;
}
