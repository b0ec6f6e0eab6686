import { TrainingModule } from '@app/training';
import { TrainersModule } from '@app/trainers';
import { VenuesModule } from '@app/venues';
import { Module } from '@nestjs/common';
import { BookingHandlers } from './booking.handlers';
import { ClaimHandlers } from './claim.handlers';
import { DigestHandlers } from './digest.handlers';
import { EnrolmentHandlers } from './enrolment.handlers';
import { DigestQueries } from './facts/digest.queries';
import { FactsQueries } from './facts/facts.queries';
import { RecipientsQueries } from './facts/recipients.queries';
import { Invitations } from './invitation/invitations';
import { LetterController } from './letter/letter.controller';
import { LetterQueries } from './letter/letter.queries';
import { LetterService } from './letter/letter.service';
import { MailHandlers } from './mail.handlers';
import { MessageController } from './message/message.controller';
import { MessageQueries } from './message/message.queries';
import { MessageSender } from './message/message.sender';
import { MessageStore } from './message/message.store';
import { MessageWriter } from './message/message.writer';
import { DailyDigest } from './preference/daily-digest';
import { PreferenceController } from './preference/preference.controller';
import { PreferenceService } from './preference/preference.service';
import { PreferenceStore } from './preference/preference.store';
import { ReminderHandlers } from './reminder.handlers';
import { ReminderQueries } from './reminder/reminder.queries';
import { SessionChangeHandlers } from './session-change.handlers';
import { TrainerHandlers } from './trainer.handlers';

@Module({
  imports: [VenuesModule, TrainersModule, TrainingModule],
  controllers: [MessageController, LetterController, PreferenceController],
  providers: [
    BookingHandlers,
    ClaimHandlers,
    DailyDigest,
    DigestHandlers,
    DigestQueries,
    EnrolmentHandlers,
    FactsQueries,
    Invitations,
    LetterQueries,
    LetterService,
    MailHandlers,
    MessageQueries,
    MessageSender,
    MessageStore,
    MessageWriter,
    PreferenceService,
    PreferenceStore,
    RecipientsQueries,
    ReminderHandlers,
    ReminderQueries,
    SessionChangeHandlers,
    TrainerHandlers,
  ],
})
export class NotificationsModule {}
