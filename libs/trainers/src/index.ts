export { Trainers } from './assignment/trainers';
export { TrainersModule } from './trainers.module';
