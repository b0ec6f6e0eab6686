import { declareJobs } from '@app/platform';
import { Module } from '@nestjs/common';
import { AnswerLinks } from './answer/answer-links';
import { AnswerController } from './answer/answer.controller';
import { AnswerService } from './booking/answer.service';
import { BookableRooms } from './booking/bookable-rooms';
import { BookingController } from './booking/booking.controller';
import { BookingQueries } from './booking/booking.queries';
import { BookingService } from './booking/booking.service';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarService } from './calendar/calendar.service';
import { ClosureController } from './closure/closure.controller';
import { ClosureQueries } from './closure/closure.queries';
import { ClosureService } from './closure/closure.service';
import { ChangeService } from './booking/change.service';
import { DirectBookingService } from './booking/direct-booking.service';
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
  controllers: [VenueController, ClosureController, RoomController, EquipmentController, BookingController, AnswerController, CalendarController],
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
    DirectBookingService,
    ChangeService,
    DeadlineService,
    AnswerLinks,
    CalendarService,
    BookingQueries,
    VenueImport,
    VenueImportStore,
  ],
  exports: [VenueQueries, BookingService, AnswerLinks, VenueImport],
})
export class VenuesModule {}
