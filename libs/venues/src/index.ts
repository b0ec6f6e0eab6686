import './events';

export { AnswerService } from './booking/answer.service';
export { Booking } from './booking/booking.entity';
export { BookingService } from './booking/booking.service';
export type { HeldBooking, HoldRequest } from './booking/booking.service';
export type { BookingStatus } from './booking/booking.rules';
export type { ImportReport, RowFinding } from './import/import-report';
export { VenueImport } from './import/venue-import';
export type { ImportRequest } from './import/venue-import';
export { Room } from './room/room.entity';
export { RoomService } from './room/room.service';
export { ClaimService } from './venue/claim.service';
export { VenueDetail } from './venue/venue.dto';
export { Venue } from './venue/venue.entity';
export { VenueQueries } from './venue/venue.queries';
export { VenueService } from './venue/venue.service';
export { VenuesModule } from './venues.module';
