import './events';

export { Booking } from './booking/booking.entity';
export { BookingService } from './booking/booking.service';
export { Closure } from './closure/closure.entity';
export { EquipmentAsk, oneOfEach } from './equipment/equipment.dto';
export type { Coverage } from './import/coverage.rules';
export type { RowFinding } from './import/finding-spool';
export type { ImportReport } from './import/import-report';
export { producerOfFile } from './import/producer.rules';
export { VenueImport } from './import/venue-import';
export { openingColumns } from './opening/opening.rules';
export { Room } from './room/room.entity';
export { Venue } from './venue/venue.entity';
export { VenueQueries } from './venue/venue.queries';
export { VenuesModule } from './venues.module';
