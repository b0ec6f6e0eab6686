import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayParts } from './dates';
import './list.css';
import './facts.css';

/** An icon and its words, on one line. */
export function Meta({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="meta-item">
      <Icon size={18} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** The day in large, as on a tear-off calendar. The full date must be in the words next to it. */
export function DateBlock({ at, timeZone }: { at: string; timeZone: string }) {
  const { weekday, day, month } = dayParts(at, timeZone);
  return (
    <span className="day" aria-hidden>
      <span className="day-word">{weekday}</span>
      <span className="day-number">{day}</span>
      <span className="day-word">{month}</span>
    </span>
  );
}

/** Terms and their values, in two columns when there is room. Empty values are left out. */
export function Facts({ items }: { items: [term: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
