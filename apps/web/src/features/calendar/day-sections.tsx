import type { ReactNode } from 'react';
import { localDate } from '../../ui/dates';

interface Day<T> {
  date: string;
  notes: string[];
  there: T[];
}

interface DaySectionsProps<T> {
  days: Day<T>[];
  /** Instead, when no day has anything. */
  empty?: ReactNode;
  children: (there: T) => ReactNode;
}

/** The days on which there is something, one below the other. */
export function DaySections<T>({ days, empty, children }: DaySectionsProps<T>) {
  const told = days.filter(({ there, notes }) => there.length > 0 || notes.length > 0);
  if (told.length === 0) return empty;
  return (
    <div className="stack stack-8">
      {told.map(({ date, there, notes }) => (
        <section key={date} className="stack stack-2" aria-labelledby={`l-${date}`}>
          <h3 id={`l-${date}`} className="sentence">
            {localDate(date)}
          </h3>
          {notes.map((note) => (
            <p key={note} className="day-note">
              {note}
            </p>
          ))}
          {there.map(children)}
        </section>
      ))}
    </div>
  );
}
