import './competency/competency.entity';
import './competency/competency.rows';

export { CurriculumModule } from './curriculum.module';
