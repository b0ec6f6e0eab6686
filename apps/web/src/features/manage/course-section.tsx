import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { financingRegimesQuery } from '../reference/queries';
import { missingIn, SECTIONS, type SectionId } from './course-sections';
import type { CourseValues } from './course-values';
import { text } from './sheet-text';
import './course.css';

export function Section({ id, children }: { id: SectionId; children: ReactNode }) {
  return (
    <section id={id} tabIndex={-1} className="stack stack-6 sheet-section" aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{SECTIONS.find((section) => section.id === id)!.title}</h2>
      {children}
    </section>
  );
}

/** Whether the regime chosen asks for terms of its own. */
export function useNeedsTerms(): boolean {
  const regime = useWatch<CourseValues, 'financingRegime'>({ name: 'financingRegime' });
  const regimes = useQuery(financingRegimesQuery).data?.items ?? [];
  return regimes.find(({ code }) => code === regime)?.needsTerms ?? false;
}

/** The parts of the sheet, each with what it still lacks: a table of contents that follows what is typed. */
export function SectionsNav() {
  const values = useWatch() as CourseValues;
  const needsTerms = useNeedsTerms();
  return (
    <nav aria-label={text.parts} className="sheet-nav">
      <ul className="stack stack-2">
        {SECTIONS.map(({ id, title, asked }) => {
          const missing = missingIn(id, values, needsTerms);
          return (
            <li key={id}>
              <Link to="." hash={id}>
                {title}
              </Link>
              {missing > 0 && (
                <span className="sheet-missing">
                  <Hourglass size={16} aria-hidden /> {text.missing(missing)}
                </span>
              )}
              {missing === 0 && asked.length > 0 && <CircleCheck size={16} className="sheet-whole" aria-label={text.complete} role="img" />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
