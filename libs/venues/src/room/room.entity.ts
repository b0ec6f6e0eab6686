import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Venue } from '../venue/venue.entity';
import { type Accommodation, ACCOMMODATION_CODES, type Connection, CONNECTION_CODES } from './accommodation.vocabulary';

export const MAX_CAPACITY = 1000;
export const MAX_MBPS = 100_000;

const quoted = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

@Entity({ schema: 'venues', name: 'room' })
@Unique('uq_room_venue', ['id', 'venueId'])
@Index('uq_room_name', ['venueId', 'name'], { unique: true, where: 'retired_at is null' })
@Check('ck_room_capacity', `capacity between 1 and ${MAX_CAPACITY}`)
@Check('ck_room_accommodations', `accommodations <@ array[${quoted(ACCOMMODATION_CODES)}]`)
@Check(
  'ck_room_connection',
  `connection_kind in (${quoted(CONNECTION_CODES)}) and connection_mbps between 1 and ${MAX_MBPS}
   and (connection_mbps is null or connection_kind <> 'aucune')`,
)
@Check('ck_room_auto_confirm_hours', `auto_confirm_hours <@ '{[0,10080)}' and not isempty(auto_confirm_hours)`)
export class Room {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('text') name: string;
  /** People seated, trainer included. */
  @Column('integer') capacity: number;
  @Column('boolean', { default: false }) wheelchairAccess: boolean;
  @Column('text', { array: true, default: () => "'{}'" }) accommodations: Accommodation[];
  @Column('text', { nullable: true }) connectionKind: Connection | null;
  @Column('integer', { nullable: true }) connectionMbps: number | null;
  /** A free room of this kind is confirmed without asking its host… */
  @Column('boolean', { default: false }) autoConfirm: boolean;
  /** …at these minutes of its week, or at any time when null. */
  @Column('int4multirange', { nullable: true }) autoConfirmHours: string | null;
  /** No longer lent; kept for the bookings it has had. */
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('room', 'Cette salle');
constraintProblem('uq_room_name', 409, 'room.name_taken', 'Une salle de ce lieu porte déjà ce nom.');
constraintProblem('ck_room_capacity', 422, 'room.capacity', `Une salle accueille de 1 à ${MAX_CAPACITY} personnes.`);
constraintProblem('ck_room_accommodations', 422, 'room.accommodation_unknown', 'Cet aménagement ne fait pas partie de la liste.');
constraintProblem('ck_room_connection', 422, 'room.connection', 'Cette connexion ne convient pas : un débit va avec une connexion.');
constraintProblem('ck_room_auto_confirm_hours', 422, 'room.windows', 'Ces plages ne tiennent pas dans une semaine.');

invariant(
  'venues.retired_room_is_not_booked',
  'Une salle retirée n’a pas de réservation en cours après son retrait',
  `select b.id, r.id as room_id from venues.room r join venues.booking b on b.room_id = r.id
    where b.status in ('held', 'confirmed') and upper(b.period) > r.retired_at`,
);
