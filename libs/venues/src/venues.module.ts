import { declareJobs } from '@app/platform';
import { Module } from '@nestjs/common';
import { AnswerLinks } from './answer/answer-links';
import { AnswerController } from './answer/answer.controller';
import { AnswerService } from './booking/answer.service';
import { AvailabilityService } from './booking/availability.service';
import { BookableRooms } from './booking/bookable-rooms';
import { BookingController } from './booking/booking.controller';
import { BookingMover } from './booking/booking-mover';
import { BookingQueries } from './booking/booking.queries';
import { BookingService } from './booking/booking.service';
import { ChangeService } from './booking/change.service';
import { DeadlineService } from './booking/deadline.service';
import { DirectBookingService } from './booking/direct-booking.service';
import { LendableEquipment } from './booking/lendable-equipment';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarService } from './calendar/calendar.service';
import { CharterController } from './charter/charter.controller';
import { CharterQueries } from './charter/charter.queries';
import { CharterService } from './charter/charter.service';
import { ClaimController } from './claim/claim.controller';
import { ClaimQueries } from './claim/claim.queries';
import { ClaimService } from './claim/claim.service';
import { ClosureController } from './closure/closure.controller';
import { ClosureQueries } from './closure/closure.queries';
import { ClosureService } from './closure/closure.service';
import { DirectoryController } from './directory/directory.controller';
import { DirectoryQueries } from './directory/directory.queries';
import { OpeningNowQueries } from './directory/opening-now.queries';
import { DuplicateController } from './duplicate/duplicate.controller';
import { DuplicateFinder } from './duplicate/duplicate.finder';
import { DuplicateHandlers } from './duplicate/duplicate.handlers';
import { DuplicateQueries } from './duplicate/duplicate.queries';
import { MergeMoves } from './duplicate/merge-moves';
import { MergeService } from './duplicate/merge.service';
import { EquipmentController } from './equipment/equipment.controller';
import { EquipmentService } from './equipment/equipment.service';
import { ImportRunController } from './import-run/import-run.controller';
import { ImportRunQueries } from './import-run/import-run.queries';
import { ImportRunService } from './import-run/import-run.service';
import { ImportRunner } from './import-run/import-runner';
import { VenueImport } from './import/venue-import';
import { VenueImportStore } from './import/venue-import.store';
import { OpenDataController } from './open-data/open-data.controller';
import { OpenDataQueries } from './open-data/open-data.queries';
import { OpenDataService } from './open-data/open-data.service';
import { PhotoController } from './photo/photo.controller';
import { PhotoQueries } from './photo/photo.queries';
import { PhotoService } from './photo/photo.service';
import { RoomController } from './room/room.controller';
import { RoomQueries } from './room/room.queries';
import { RoomService } from './room/room.service';
import { OperatorService } from './venue/operator.service';
import { VenueController } from './venue/venue.controller';
import { VenueQueries } from './venue/venue.queries';
import { VenueService } from './venue/venue.service';

declareJobs(
  'venues.expire_bookings',
  'venues.remind_hosts',
  'venues.lapse_claims',
  'venues.forget_claims',
  'venues.sweep_photos',
  'venues.condense_changes',
  'venues.read_imports',
  'venues.forget_imports',
);

@Module({
  controllers: [
    DirectoryController,
    VenueController,
    ClosureController,
    RoomController,
    EquipmentController,
    BookingController,
    ClaimController,
    CharterController,
    PhotoController,
    OpenDataController,
    AnswerController,
    CalendarController,
    DuplicateController,
    ImportRunController,
  ],
  providers: [
    VenueService,
    OperatorService,
    ClaimService,
    ClosureService,
    ClosureQueries,
    ClaimQueries,
    CharterService,
    CharterQueries,
    PhotoService,
    PhotoQueries,
    VenueQueries,
    DirectoryQueries,
    OpeningNowQueries,
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
    DirectBookingService,
    AvailabilityService,
    LendableEquipment,
    BookingMover,
    ChangeService,
    AnswerLinks,
    CalendarService,
    DuplicateFinder,
    DuplicateHandlers,
    DuplicateQueries,
    MergeMoves,
    MergeService,
    ImportRunQueries,
    ImportRunService,
    ImportRunner,
  ],
  exports: [
    VenueQueries,
    OpeningNowQueries,
    BookableRooms,
    BookingService,
    BookingMover,
    LendableEquipment,
    VenueImport,
    AnswerLinks,
  ],
})
export class VenuesModule {}
