import { IdentityModule } from '@app/identity';
import { TrainersModule } from '@app/trainers';
import { VenuesModule } from '@app/venues';
import { Module } from '@nestjs/common';
import { AttestationController } from './attestation/attestation.controller';
import { AttestationService } from './attestation/attestation.service';
import { CourseController } from './course/course.controller';
import { CourseQueries } from './course/course.queries';
import { CourseService } from './course/course.service';
import { CourseAudienceHandlers } from './course/course-audience.handlers';
import { CourseSheetStore } from './course/course-sheet.store';
import { CourseVersionController } from './course/course-version.controller';
import { CourseVersionQueries } from './course/course-version.queries';
import { EnrolmentController } from './enrolment/enrolment.controller';
import { EnrolmentQueries } from './enrolment/enrolment.queries';
import { EnrolmentService } from './enrolment/enrolment.service';
import { SeatLedger } from './enrolment/seat-ledger';
import { TrainingReferenceController } from './reference/reference.controller';
import { TrainingReference } from './reference/reference.queries';
import { RollController } from './roll/roll.controller';
import { RollService } from './roll/roll.service';
import { QuestionReader } from './search/question.queries';
import { SearchController } from './search/search.controller';
import { SearchQueries } from './search/search.queries';
import { SuggestQueries } from './search/suggest.queries';
import { SessionController } from './session/session.controller';
import { SessionQueries } from './session/session.queries';
import { SessionRoomController } from './session/session-room.controller';
import { SessionRoomService } from './session/session-room.service';
import { SessionVenueHandlers } from './session/session-venue.handlers';
import { SessionService } from './session/session.service';

@Module({
  imports: [IdentityModule, VenuesModule, TrainersModule],
  controllers: [CourseController, CourseVersionController, SearchController, TrainingReferenceController, SessionController, SessionRoomController, EnrolmentController, RollController, AttestationController],
  providers: [
    CourseService, CourseQueries, CourseSheetStore, CourseVersionQueries, CourseAudienceHandlers, TrainingReference, QuestionReader, SearchQueries, SuggestQueries, SessionService, SessionQueries, SessionRoomService, SessionVenueHandlers, EnrolmentService, EnrolmentQueries, SeatLedger, RollService, AttestationService,
  ],
  exports: [CourseQueries, SearchQueries, SessionQueries, AttestationService],
})
export class TrainingModule {}
