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
import { MailHandlers } from './mail.handlers';
import { MessageController } from './message/message.controller';
import { MessageQueries } from './message/message.queries';
import { MessageSender } from './message/message.sender';
import { MessageStore } from './message/message.store';
import { MessageWriter } from './message/message.writer';
import { SessionChangeHandlers } from './session-change.handlers';
import { TrainerHandlers } from './trainer.handlers';

@Module({
  imports: [VenuesModule, TrainersModule, TrainingModule],
  controllers: [MessageController],
  providers: [
    BookingHandlers,
    ClaimHandlers,
    DigestHandlers,
    DigestQueries,
    EnrolmentHandlers,
    FactsQueries,
    MailHandlers,
    MessageQueries,
    MessageSender,
    MessageStore,
    MessageWriter,
    RecipientsQueries,
    SessionChangeHandlers,
    TrainerHandlers,
  ],
})
export class NotificationsModule {}
