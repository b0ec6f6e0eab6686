import type { EnrolmentDetail, Step } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Timeline, type TimelineStep } from '../../ui/timeline';
import { text } from './text';
import { happened } from './timeline-words';

/** What has become of a request, and the step it waits for in the words of its reader. */
export function History({ request: { timeline, step, dueAt }, steps }: { request: EnrolmentDetail; steps: Record<Step, string> }) {
  const past: TimelineStep[] = timeline.map((event, index) => ({ key: `${event.at}-${index}`, title: happened(event), at: event.at, by: event.actorName, note: event.reason }));
  const toCome: TimelineStep[] = step ? [{ key: 'next', title: steps[step], note: dueAt && text.dueAt(dateTime(dueAt)) }] : [];
  return (
    <section className="stack stack-6">
      <h2>{text.history}</h2>
      <Timeline steps={[...past, ...toCome]} />
    </section>
  );
}
