import { declareJobs } from '@app/platform';
import { Module } from '@nestjs/common';
import { AnswerService } from './booking/answer.service';
import { BookableRooms } from './booking/bookable-rooms';
import { BookingController } from './booking/booking.controller';
import { BookingQueries } from './booking/booking.queries';
import { BookingService } from './booking/booking.service';
import { ClosureController } from './closure/closure.controller';
import { ClosureQueries } from './closure/closure.queries';
import { ClosureService } from './closure/closure.service';
import { DeadlineService } from './booking/deadline.service';
import { EquipmentController } from './equipment/equipment.controller';
import { EquipmentService } from './equipment/equipment.service';
import { VenueImport } from './import/venue-import';
import { VenueImportStore } from './import/venue-import.store';
import { RoomController } from './room/room.controller';
import { RoomQueries } from './room/room.queries';
import { RoomService } from './room/room.service';
import { ClaimService } from './venue/claim.service';
import { VenueController } from './venue/venue.controller';
import { VenueQueries } from './venue/venue.queries';
import { VenueService } from './venue/venue.service';

declareJobs('venues.expire_bookings', 'venues.remind_hosts');

@Module({
  controllers: [VenueController, ClosureController, RoomController, EquipmentController, BookingController],
  providers: [
    VenueService,
    ClaimService,
    ClosureService,
    ClosureQueries,
    VenueQueries,
    RoomService,
    RoomQueries,
    EquipmentService,
    BookableRooms,
    BookingService,
    AnswerService,
    DeadlineService,
    BookingQueries,
    VenueImport,
    VenueImportStore,
  ],
  exports: [VenueQueries, BookingService, VenueImport],
})
export class VenuesModule {}
