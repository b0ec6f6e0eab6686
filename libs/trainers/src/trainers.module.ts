import { Module } from '@nestjs/common';
import { AskController } from './ask/ask.controller';
import { AskLinks } from './ask/ask-links';
import { AskQueries } from './ask/ask.queries';
import { AskService } from './ask/ask.service';
import { Trainers } from './assignment/trainers';
import { TrainerCompetencyController } from './competency/trainer-competency.controller';
import { TrainerCompetencies } from './competency/trainer-competency.service';
import { TrainerController } from './trainer/trainer.controller';
import { TrainerQueries } from './trainer/trainer.queries';
import { TrainerService } from './trainer/trainer.service';

@Module({
  controllers: [TrainerController, TrainerCompetencyController, AskController],
  providers: [TrainerService, TrainerQueries, TrainerCompetencies, Trainers, AskService, AskQueries, AskLinks],
  exports: [Trainers, AskLinks],
})
export class TrainersModule {}
