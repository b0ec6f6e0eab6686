import type { CourseStatus as Value } from '../../api/types';
import { Status } from '../../ui/status';
import { text } from './text';

const tones = { draft: 'waiting', published: 'good', archived: 'neutral' } as const;

export const CourseStatus = ({ status }: { status: Value }) => (
  <Status tone={tones[status]}>{text.statuses[status]}</Status>
);
