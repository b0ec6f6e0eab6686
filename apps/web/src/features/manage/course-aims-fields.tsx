import { useFormContext } from 'react-hook-form';
import { Field } from '../../ui/form';
import { CompetenciesField, type CompetencyValue } from '../reference/competencies-field';
import { Section } from './course-section';
import type { CourseValues } from './course-values';
import { LinesField } from './lines-field';
import { text } from './sheet-text';

export function AimsFields() {
  const { errors } = useFormContext<CourseValues>().formState;
  return (
    <Section id="objectifs">
      <LinesField name="situations" label={text.situations} hint={text.situationsHint} max={12} tooMany={text.situationsTooMany} length={300} tooLong={text.situationTooLong} />
      <LinesField name="objectives" label={text.objectives} hint={text.objectivesHint} max={12} tooMany={text.objectivesTooMany} length={300} tooLong={text.objectiveTooLong} />
      <Field<CompetencyValue[]> name="competencies" validate={(chosen) => (chosen.length > 20 ? text.tooMany : undefined)}>
        {(f) => (
          <CompetenciesField
            label={text.competencies}
            levelLabel={text.levelLabel}
            value={f.value}
            onChange={f.onChange}
            error={f.error}
            levelErrors={f.value.map((_, index) => errors.competencies?.[index]?.level?.message)}
          />
        )}
      </Field>
    </Section>
  );
}
