import './events';

export { Booking } from './booking/booking.entity';
export { BookingService } from './booking/booking.service';
export { VenueImport } from './import/venue-import';
export { Room } from './room/room.entity';
export { Venue } from './venue/venue.entity';
export { VenueQueries } from './venue/venue.queries';
export { VenuesModule } from './venues.module';
