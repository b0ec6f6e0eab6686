import './ask/ask.entity';
import './assignment/assignment.entity';
import './competency/trainer-competency.entity';
import './events';

export { AskLinks } from './ask/ask-links';
export type { AskStatus } from './ask/ask.rules';
export { type BusyTrainer, busyInWords, Trainers } from './assignment/trainers';
export { notAssignable, type TrainerStatus } from './trainer/trainer.rules';
export { TrainersModule } from './trainers.module';
