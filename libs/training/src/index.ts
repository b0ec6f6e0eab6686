import './events';
import './roll/attendance.entity';
import './session/session-change.entity';
import './training.invariants';

export { Attestation } from './attestation/attestation.entity';
export { AttestationService } from './attestation/attestation.service';
export { CourseSearch } from './course/course.dto';
export type { CourseCard, CourseDetail } from './course/course.dto';
export { Course } from './course/course.entity';
export { CourseQueries } from './course/course.queries';
export { AUDIENCES, FINANCING_REGIMES, MODALITIES, slugOf, THEMES } from './course/course.rules';
export type { CourseStatus, FinancingRegime, Modality, Theme } from './course/course.rules';
export { Enrolment } from './enrolment/enrolment.entity';
export type { EnrolmentStatus } from './enrolment/enrolment.rules';
export type { SessionDetail } from './session/session.dto';
export { Session } from './session/session.entity';
export { SessionQueries } from './session/session.queries';
export { TrainingModule } from './training.module';
