import { IdentityModule } from '@app/identity';
import { TrainersModule } from '@app/trainers';
import { VenuesModule } from '@app/venues';
import { declareJobs } from '@app/platform';
import { Module } from '@nestjs/common';
import { AttestationController } from './attestation/attestation.controller';
import { AttestationService } from './attestation/attestation.service';
import { PersonCalendar } from './calendar/person-calendar';
import { PersonCalendarController } from './calendar/person-calendar.controller';
import { PersonFeeds } from './calendar/person-feeds.service';
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
import { InboxQueries } from './enrolment/inbox.queries';
import { OfferAnswerController } from './enrolment/offer-answer.controller';
import { OfferLinks } from './enrolment/offer-links';
import { OnBehalfService } from './enrolment/on-behalf.service';
import { Entrance } from './enrolment/entrance';
import { RequestFactsQueries } from './enrolment/request-facts';
import { SeatAudit } from './enrolment/seat-audit';
import { SeatClock } from './enrolment/seat-clock';
import { SeatLedger } from './enrolment/seat-ledger';
import { SharesController } from './enrolment/shares.controller';
import { SharesService } from './enrolment/shares.service';
import { ChainController } from './chain/chain.controller';
import { ChainService } from './chain/chain.service';
import { DeputyService } from './chain/deputy.service';
import { TrainingReferenceController } from './reference/reference.controller';
import { TrainingReference } from './reference/reference.queries';
import { RollController } from './roll/roll.controller';
import { RollService } from './roll/roll.service';
import { QuestionReader } from './search/question.queries';
import { MatchQueries } from './search/match.queries';
import { SearchController } from './search/search.controller';
import { SearchQueries } from './search/search.queries';
import { SuggestQueries } from './search/suggest.queries';
import { VocabularyService } from './search/vocabulary.service';
import { DigestService } from './saved-search/digest.service';
import { NewsHandlers } from './saved-search/news.handlers';
import { SavedSearchController } from './saved-search/saved-search.controller';
import { SavedSearchQueries } from './saved-search/saved-search.queries';
import { SavedSearchService } from './saved-search/saved-search.service';
import { SearchCalendar } from './saved-search/search-calendar';
import { SearchLinksController } from './saved-search/search-links.controller';
import { Unsubscriptions } from './saved-search/unsubscriptions';
import { PlanningController } from './planning/planning.controller';
import { PlanningQueries } from './planning/planning.queries';
import { PlanningService } from './planning/planning.service';
import { ScheduleController } from './schedule/schedule.controller';
import { ClashQueries } from './schedule/clash.queries';
import { ClashService } from './schedule/clash.service';
import { SeriesService } from './schedule/series.service';
import { SlotSearchQueries } from './schedule/slot-search.queries';
import { SlotSearchService } from './schedule/slot-search.service';
import { SessionController } from './session/session.controller';
import { MinimumAnswerController } from './session/minimum-answer.controller';
import { MinimumLinks } from './session/minimum-links';
import { MinimumService } from './session/minimum.service';
import { SessionDatesService } from './session/session-dates.service';
import { SessionHistory } from './session/session-history';
import { SessionPreparation } from './session/session-preparation';
import { SessionQueries } from './session/session.queries';
import { SessionRoomController } from './session/session-room.controller';
import { SessionRoomService } from './session/session-room.service';
import { SessionVenueHandlers } from './session/session-venue.handlers';
import { SessionService } from './session/session.service';

declareJobs('training.write_digests', 'training.forget_news');

@Module({
  imports: [IdentityModule, VenuesModule, TrainersModule],
  controllers: [
    CourseController, CourseVersionController, TrainingReferenceController, SearchController, SessionController, SessionRoomController, MinimumAnswerController, ScheduleController, PlanningController,
    SavedSearchController, SearchLinksController, PersonCalendarController, ChainController, EnrolmentController, SharesController, OfferAnswerController, RollController, AttestationController,
  ],
  providers: [
    CourseService, CourseQueries, CourseSheetStore, CourseVersionQueries, CourseAudienceHandlers, TrainingReference,
    QuestionReader, SearchQueries, SuggestQueries, VocabularyService, MatchQueries, SavedSearchQueries, SavedSearchService, DigestService, NewsHandlers, SearchCalendar, Unsubscriptions, PersonFeeds, PersonCalendar,
    SessionService, SessionQueries, SessionRoomService, SessionVenueHandlers, SessionHistory, SessionDatesService, MinimumService, MinimumLinks,
    SlotSearchService, SlotSearchQueries, ClashService, ClashQueries, PlanningService, PlanningQueries, SeriesService, SessionPreparation,
    EnrolmentService, EnrolmentQueries, InboxQueries, RequestFactsQueries, Entrance, SeatLedger, SeatAudit, SeatClock, OfferLinks, OnBehalfService, SharesService, ChainService, DeputyService, RollService, AttestationService,
  ],
  exports: [CourseQueries, SearchQueries, SessionQueries, SeatAudit, AttestationService, Unsubscriptions, MinimumLinks, OfferLinks],
})
export class TrainingModule {}
