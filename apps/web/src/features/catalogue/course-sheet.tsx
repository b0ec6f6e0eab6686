import type { ReactNode } from 'react';
import { PartyMarks } from '../../app/marks';
import type { CourseDetail } from '../../api/types';
import { Facts } from '../../ui/meta';
import { Markup } from '../../ui/markup';
import { euros } from '../../ui/money';
import { Paragraphs } from '../../ui/paragraphs';
import { Tags } from '../../ui/status';
import { todayInParis } from './today';
import { audienceText, materials, modalities, named, themes } from './labels';
import { text } from './text';

/** All that a course says, what one wants to know first beside it; `sessions` come where one decides. */
export function CourseSheet({ course, sessions }: { course: CourseDetail; sessions: ReactNode }) {
  return (
    <div className="columns">
      <aside>
        <Glance course={course} />
      </aside>
      <div className="stack stack-12 reading">
        <Part title={text.situations} shown={course.situations.length > 0}>
          <Lines items={course.situations} />
        </Part>
        <Part title={text.objectives} shown={course.objectives.length > 0}>
          <Lines items={course.objectives} />
        </Part>
        <Part title={text.competencies} shown={course.competencies.length > 0}>
          <Competencies course={course} />
        </Part>
        {sessions}
        <Part title={text.content} shown={course.content !== ''}>
          <Markup>{course.content}</Markup>
        </Part>
        <Part title={text.people} shown>
          <People course={course} />
        </Part>
        <Part title={text.evaluation} shown={course.evaluation !== '' || course.attestationConditions !== ''}>
          {course.evaluation && <Paragraphs>{course.evaluation}</Paragraphs>}
          {course.attestationConditions && <Paragraphs>{course.attestationConditions}</Paragraphs>}
        </Part>
        <Part title={text.access} shown>
          {course.accessibility && <Paragraphs>{course.accessibility}</Paragraphs>}
          <p>{text.materials(named(materials, course.materialsRgaa))}</p>
        </Part>
        <Part title={text.financing} shown>
          <p>
            <strong>{course.financing.label}.</strong> {course.financing.conditions}
          </p>
          {course.financingConditions && <Paragraphs>{course.financingConditions}</Paragraphs>}
          {course.employerCents > 0 && <p>{text.employerShare(euros(course.employerCents))}</p>}
        </Part>
        <Origin course={course} />
      </div>
    </div>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const Lines = ({ items }: { items: string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

/** What one wants to know before reading. */
const Glance = ({ course }: { course: CourseDetail }) => (
  <div className="sheet">
    <Facts
      items={[
        [text.duration, text.hours(course.durationHours)],
        [text.modality, named(modalities, course.modality)],
        [text.audienceTitle, course.audienceCategories.length > 0 ? audienceText(course.audienceCategories) : text.noAudienceToday],
        [text.selection, course.isSelective && text.selective],
        [text.theme, named(themes, course.theme)],
        [text.keywords, course.keywords.length > 0 && <Tags items={course.keywords} />],
      ]}
    />
  </div>
);

const Competencies = ({ course }: { course: CourseDetail }) => (
  <ul>
    {course.competencies.map(({ id, code, label, language, framework, levelLabel }) => (
      <li key={id}>
        <span lang={language}>{label}</span>
        {levelLabel && <strong>{text.level(levelLabel)}</strong>} <span className="small soft">{text.ofFramework(code, framework)}</span>
      </li>
    ))}
  </ul>
);

/** The rules in force and those to come, with their dates when they matter. */
function People({ course }: { course: CourseDetail }) {
  const today = todayInParis();
  const rules = course.audiences.filter(({ until }) => until === null || until >= today);
  return (
    <>
      {rules.length > 0 ? (
        <Lines items={rules.map(({ label, from, until }) => text.rule(label, from > today ? from : null, until))} />
      ) : (
        <p>{text.noAudienceToday}</p>
      )}
      {course.audienceNote && <Paragraphs>{course.audienceNote}</Paragraphs>}
      <h3>{text.prerequisites}</h3>
      <Paragraphs>{course.prerequisites || text.noPrerequisites}</Paragraphs>
      {course.metiers.length > 0 && (
        <>
          <h3>{text.metiers}</h3>
          <Lines items={course.metiers.map(({ label }) => label)} />
        </>
      )}
    </>
  );
}

const Origin = ({ course }: { course: CourseDetail }) => (
  <Part title={text.origin} shown>
    <p>{text.source(course.source)}</p>
    {course.attribution && <Paragraphs>{course.attribution}</Paragraphs>}
    {course.nsf.length > 0 && <p className="small soft">{text.nsf(course.nsf.map(coded).join(', '))}</p>}
    {course.rome.length > 0 && <p className="small soft">{text.rome(course.rome.map(coded).join(', '))}</p>}
    <PartyMarks />
  </Part>
);

const coded = ({ code, label }: { code: string; label: string }) => `${code} ${label}`;
