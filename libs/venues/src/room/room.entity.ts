import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Venue } from '../venue/venue.entity';

export const MAX_CAPACITY = 1000;

@Entity({ schema: 'venues', name: 'room' })
@Unique('uq_room_name', ['venueId', 'name'])
@Check('ck_room_capacity', `capacity between 1 and ${MAX_CAPACITY}`)
export class Room {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('text') name: string;
  /** People seated, trainer included. */
  @Column('integer') capacity: number;
  @Column('boolean', { default: false }) wheelchairAccess: boolean;
  @Column('text', { array: true, default: () => "'{}'" }) equipment: string[];
  /** A free room of this kind is confirmed without asking its host. */
  @Column('boolean', { default: false }) autoConfirm: boolean;
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('room', 'Cette salle');
constraintProblem('uq_room_name', 409, 'room.name_taken', 'Une salle de ce lieu porte déjà ce nom.');
constraintProblem(
  'ck_room_capacity',
  422,
  'room.capacity',
  `Une salle accueille de 1 à ${MAX_CAPACITY} personnes.`,
);
