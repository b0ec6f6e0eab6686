import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Région or overseas collectivité, by its INSEE code. */
@Entity({ schema: 'identity', name: 'region' })
export class Region {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;
}
