import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Room } from '../room/room.entity';
import { Booking } from './booking.entity';

/** Where and when a booking was before somebody moved it. */
@Entity({ schema: 'venues', name: 'booking_move' })
@Index('ix_booking_move_booking_id', ['bookingId'])
export class BookingMove {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Booking) @Column('uuid') bookingId: string;
  @Column('timestamptz') movedAt: Date;
  @Column('uuid') movedBy: string;
  @ForeignKey(() => Room) @Column('uuid') fromRoomId: string;
  @Column('tstzrange') fromPeriod: string;
}
