export { Assignment } from './assignment/assignment.entity';
export { Trainers } from './assignment/trainers';
export type { AssignRequest } from './assignment/trainers';
export type { NewTrainer } from './trainer/trainer.dto';
export { Trainer } from './trainer/trainer.entity';
export { TrainerService } from './trainer/trainer.service';
export type { TrainerAction, TrainerStatus } from './trainer/trainer.rules';
export { TrainersModule } from './trainers.module';
