import { CalendarCheck, CalendarX } from 'lucide-react';
import type { BookingPlan } from '../../api/types';
import { localDate } from '../../ui/dates';
import { List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { text } from './text';

/** The dates of a series: those that will be booked, those that are left out, and why. */
export function Plan({ plan: { occurrences } }: { plan: BookingPlan }) {
  const kept = ({ outcome }: BookingPlan['occurrences'][number]) =>
    outcome === 'confirmed' || outcome === 'held';
  return (
    <section className="stack" aria-labelledby="plan">
      <h2 id="plan">{text.planned}</h2>
      <p role="status">{text.plannedCount(occurrences.filter(kept).length, occurrences.length)}</p>
      <List label={text.planned}>
        {occurrences.map((occurrence) => (
          <Row
            key={occurrence.date}
            title={<h3 className="sentence">{localDate(occurrence.date)}</h3>}
            meta={
              <Meta icon={kept(occurrence) ? CalendarCheck : CalendarX}>
                {text.outcomes[occurrence.outcome]}
              </Meta>
            }
          >
            {occurrence.detail && <p>{occurrence.detail}</p>}
          </Row>
        ))}
      </List>
    </section>
  );
}
