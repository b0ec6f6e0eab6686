import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Room } from '../room/room.entity';
import { Venue } from '../venue/venue.entity';
import type { BookingKind, BookingStatus } from './booking.rules';

/** Hours of one day on the clock of a place: a day of 25 hours at most. */
export const LONGEST = '25 hours';

/** A room, for a time. Two live bookings of one room never overlap: the database sees to it. */
@Entity({ schema: 'venues', name: 'booking' })
@Exclusion(
  'ex_booking_room_period',
  `USING gist (room_id WITH =, period WITH &&) WHERE (status IN ('held', 'confirmed'))`,
)
@Check('ck_booking_status', `status in ('held', 'confirmed', 'refused', 'expired', 'cancelled')`)
@Check('ck_booking_period', `not isempty(period) and not lower_inf(period) and not upper_inf(period)`)
@Check('ck_booking_refusal', `status <> 'refused' or reason is not null`)
@Check('ck_booking_kind', `kind in ('session', 'meeting', 'block')`)
@Check('ck_booking_deadline', `status <> 'held' or answer_by <= lower(period)`)
@Check('ck_booking_length', `upper(period) - lower(period) <= interval '${LONGEST}'`)
@Check('ck_booking_people', 'people between 1 and 1000')
@Index('ix_booking_venue_id_status', ['venueId', 'status'])
@Index('ix_booking_venue_period', { synchronize: false })
@Index('ix_booking_start', { synchronize: false })
@Index('ix_booking_busy', { synchronize: false })
@Index('ix_booking_demand_id', ['demandId'])
@Index('ix_booking_organisation_id', { synchronize: false })
@Index('ix_booking_answer_by', ['answerBy'], { where: `status = 'held'` })
@Index('ix_booking_remind_at', ['remindAt'], { where: `status = 'held'` })
@Index('ix_booking_room_id', ['roomId'])
export class Booking {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Room) @Column('uuid') roomId: string;
  /** The room's venue, kept here because every list of bookings asks for it. */
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('tstzrange') period: string;
  @Column('text', { default: 'held' }) status: BookingStatus;
  /** A session, a meeting, or a time at which the host lends nothing. */
  @Column('text', { default: 'session' }) kind: BookingKind;
  /** What was asked for together is answered together. */
  @Column('uuid', { default: () => 'uuidv7()' }) demandId: string;
  @Column('uuid') requestedBy: string;
  /** The organisation it is for: its managers follow it. */
  @Column('uuid', { nullable: true }) organisationId: string | null;
  /** People expected, when known. */
  @Column('integer', { nullable: true }) people: number | null;
  @Column('text') purpose: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { default: () => 'now()' }) requestedAt: Date;
  /** Held until then at most. */
  @Column('timestamptz', { nullable: true }) answerBy: Date | null;
  /** When its host is reminded; none once done. */
  @Column('timestamptz', { nullable: true }) remindAt: Date | null;
  /** When it left the state in which it was asked. */
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** Who decided; none when it was the clock. */
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('booking', 'Cette réservation');
constraintProblem(
  'ex_booking_room_period',
  409,
  'booking.overlap',
  'Cette salle vient d’être réservée sur cette période. Choisissez un autre horaire ou une autre salle.',
);
constraintProblem(
  'ck_booking_period',
  422,
  'booking.period_empty',
  'La fin de la réservation doit suivre son début.',
);
constraintProblem('ck_booking_length', 422, 'booking.too_long', 'Une réservation tient en une journée.');
constraintProblem(
  'ck_booking_refusal',
  422,
  'booking.reason_missing',
  'Dites pourquoi la réservation est refusée.',
);
constraintProblem(
  'ck_booking_room_retired',
  409,
  'booking.room_retired',
  'Cette salle n’est plus proposée. Choisissez-en une autre.',
);

invariant(
  'venues.no_overlapping_live_bookings',
  'Deux réservations en cours d’une même salle ne se chevauchent pas',
  `select a.id, b.id as other_id, a.room_id from venues.booking a join venues.booking b
     on b.room_id = a.room_id and b.id > a.id and b.period && a.period
   where a.status in ('held', 'confirmed') and b.status in ('held', 'confirmed')`,
);
invariant(
  'venues.booking_keeps_its_venue',
  'Une réservation est rattachée au lieu de sa salle',
  `select b.id, b.venue_id, r.venue_id as room_venue_id from venues.booking b join venues.room r on r.id = b.room_id where r.venue_id <> b.venue_id`,
);
