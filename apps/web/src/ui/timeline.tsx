import type { ReactNode } from 'react';
import { dateTime } from './dates';
import './facts.css';

export interface TimelineStep {
  key: string;
  title: string;
  /** Nothing for a step to come. */
  at?: string;
  by?: string | null;
  note?: ReactNode;
}

export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li key={step.key} className={step.at ? undefined : 'to-come'}>
          <p className="timeline-title">{step.title}</p>
          {step.at && (
            <p className="soft small">
              {dateTime(step.at)}
              {step.by && ` · ${step.by}`}
            </p>
          )}
          {step.note && <div>{step.note}</div>}
        </li>
      ))}
    </ol>
  );
}
