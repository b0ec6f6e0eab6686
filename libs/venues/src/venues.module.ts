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
import { DirectoryController } from './directory/directory.controller';
import { DirectoryQueries } from './directory/directory.queries';
import { VenueImport } from './import/venue-import';
import { VenueImportStore } from './import/venue-import.store';
import { OpenDataController } from './open-data/open-data.controller';
import { OpenDataQueries } from './open-data/open-data.queries';
import { OpenDataService } from './open-data/open-data.service';
import { RoomController } from './room/room.controller';
import { RoomQueries } from './room/room.queries';
import { RoomService } from './room/room.service';
import { ClaimService } from './venue/claim.service';
import { VenueController } from './venue/venue.controller';
import { VenueQueries } from './venue/venue.queries';
import { VenueService } from './venue/venue.service';

declareJobs('venues.expire_bookings', 'venues.remind_hosts', 'venues.condense_changes');

@Module({
  controllers: [DirectoryController, VenueController, ClosureController, RoomController, EquipmentController, BookingController, OpenDataController],
  providers: [
    VenueService,
    ClaimService,
    ClosureService,
    ClosureQueries,
    VenueQueries,
    DirectoryQueries,
    OpenDataService,
    OpenDataQueries,
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
