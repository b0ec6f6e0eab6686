import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Booking } from '../booking/booking.entity';
import { Room } from '../room/room.entity';
import { Venue } from '../venue/venue.entity';

export const MAX_QUANTITY = 1000;

/** Things that are lent with a room: those of the room, or those of the place, which go from room to room. */
@Entity({ schema: 'venues', name: 'equipment' })
@Check('ck_equipment_quantity', `quantity between 1 and ${MAX_QUANTITY}`)
@Index('uq_equipment_name', { synchronize: false })
@Index('ix_equipment_room_id', ['roomId'])
export class Equipment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  /** None: shared by the rooms of the place. */
  @ForeignKey(() => Room) @Column('uuid', { nullable: true }) roomId: string | null;
  @Column('text') name: string;
  @Column('integer') quantity: number;
  /** No longer lent; kept for the bookings that had it. */
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}

/** How many of a thing a booking asks. */
@Entity({ schema: 'venues', name: 'booking_equipment' })
@Check('ck_booking_equipment_quantity', `quantity between 1 and ${MAX_QUANTITY}`)
@Index('ix_booking_equipment_equipment_id', ['equipmentId'])
export class BookingEquipment {
  @ForeignKey(() => Booking) @PrimaryColumn('uuid') bookingId: string;
  @ForeignKey(() => Equipment) @PrimaryColumn('uuid') equipmentId: string;
  @Column('integer') quantity: number;
}

nameNoun('equipment', 'Cet équipement');
constraintProblem('uq_equipment_name', 409, 'equipment.name_taken', 'Un équipement porte déjà ce nom ici.');
constraintProblem('ck_equipment_quantity', 422, 'equipment.quantity', `Indiquez une quantité de 1 à ${MAX_QUANTITY}.`);
// Raised by the trigger `tr_equipment_available`, which the database keeps whoever writes.
constraintProblem(
  'ck_equipment_available',
  409,
  'equipment.short',
  'Il n’y a plus assez de cet équipement sur cette période. Demandez-en moins, ou choisissez un autre horaire.',
);

invariant(
  'venues.equipment_is_never_lent_twice',
  'Les réservations en cours d’un équipement n’en demandent jamais plus qu’il n’y en a',
  `select e.id, e.quantity, lower(b.period) as at, sum(o.quantity) as asked
     from venues.equipment e join venues.booking_equipment be on be.equipment_id = e.id join venues.booking b on b.id = be.booking_id
     join venues.booking_equipment o on o.equipment_id = e.id join venues.booking ob on ob.id = o.booking_id and ob.period @> greatest(lower(b.period), now())
    where b.status in ('held', 'confirmed') and ob.status in ('held', 'confirmed') and upper(b.period) > now()
    group by e.id, e.quantity, b.id having sum(o.quantity) > e.quantity`,
);
invariant(
  'venues.booking_equipment_is_at_hand',
  'L’équipement d’une réservation est celui de sa salle ou de son lieu',
  `select be.booking_id, be.equipment_id from venues.booking_equipment be
     join venues.booking b on b.id = be.booking_id join venues.equipment e on e.id = be.equipment_id
    where b.venue_id <> e.venue_id or (b.status in ('held', 'confirmed') and e.room_id <> b.room_id)`,
);
