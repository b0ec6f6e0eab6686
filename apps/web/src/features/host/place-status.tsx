import { Status, type StatusTone } from '../../ui/status';
import { text } from './text';

const tones: Record<string, StatusTone> = { published: 'good', submitted: 'waiting', draft: 'waiting' };

export const PlaceStatus = ({ status }: { status: string }) => (
  <Status tone={tones[status] ?? 'neutral'}>{text.statuses[status] ?? status}</Status>
);
