import { IsCleanText, PageQuery } from '@app/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { BOOKING_STATUSES, type BookingStatus } from './booking.rules';

export class BookingSearch extends PageQuery {
  @IsOptional()
  @IsIn(BOOKING_STATUSES, { message: 'Cet état de réservation n’existe pas.' })
  status?: BookingStatus;
  @IsOptional() @IsUUID() venueId?: string;
}

export class RefuseBooking {
  /** Shown to who asked for the room. */
  @IsCleanText({ min: 3, max: 500, multiline: true }) reason: string;
}

export class BookingView {
  id: string;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  reason: string | null;
  requestedAt: Date;
  requestedBy: string;
  roomId: string;
  roomName: string;
  venueId: string;
  venueSlug: string;
  venueName: string;
  /** The clock of the place. */
  timeZone: string;
  /** What its host may do now. */
  actions: ('confirm' | 'refuse')[];
  version: number;
}

export class BookingPage {
  items: BookingView[];
  nextCursor: string | null;
}
