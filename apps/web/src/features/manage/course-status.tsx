import type { CourseStatus as Value } from '../../api/types';
import { Status } from '../../ui/status';
import { courseStatuses } from '../catalogue/labels';

const tones = { draft: 'waiting', published: 'good', archived: 'neutral' } as const;

export const CourseStatus = ({ status }: { status: Value }) => (
  <Status tone={tones[status]}>{courseStatuses[status]}</Status>
);
