import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { audiences, modalities, optionsOf, themes } from '../catalogue/labels';
import { text } from './text';

const listed = (max: number, tooMany: string, length: number, tooLong: string) => (typed: string) => {
  const lines = linesOf(typed);
  if (lines.length > max) return tooMany;
  return lines.some((line) => line.length > length) ? tooLong : undefined;
};
const objectives = listed(12, text.objectivesTooMany, 300, text.objectiveTooLong);
const keywords = listed(20, text.keywordsTooMany, 60, text.keywordTooLong);

/** What a course says, in the order in which it is read. */
export function CourseFields() {
  return (
    <>
      <h2>{text.essentials}</h2>
      <Field name="title" required={text.courseTitleMissing}>
        {(f) => <TextField label={text.courseTitle} maxLength={150} {...f} />}
      </Field>
      <Field name="summary" required={text.summaryMissing}>
        {(f) => <TextArea label={text.summary} hint={text.summaryHint} rows={3} maxLength={500} {...f} />}
      </Field>
      <Field name="theme" required={text.themeMissing}>
        {(f) => <Select label={text.theme} options={optionsOf(themes)} {...f} />}
      </Field>
      <Field name="modality">{(f) => <Select label={text.modality} options={optionsOf(modalities)} {...f} />}</Field>
      <Field<number> name="durationHours">
        {(f) => <NumberField label={text.duration} minValue={0.5} maxValue={400} step={0.5} {...f} />}
      </Field>
      <Field<string[]> name="audienceCategories" required={text.audienceMissing}>
        {(f) => <CheckboxGroup label={text.audience} options={optionsOf(audiences)} {...f} />}
      </Field>
      <Field name="audienceNote">
        {(f) => <TextArea label={text.audienceNote} rows={2} maxLength={500} {...f} />}
      </Field>
      <h2>{text.pedagogy}</h2>
      <Field name="objectiveLines" validate={objectives}>
        {(f) => <TextArea label={text.objectives} hint={text.objectivesHint} {...f} />}
      </Field>
      <Field name="content">
        {(f) => <TextArea label={text.content} hint={text.contentHint} rows={10} maxLength={20000} {...f} />}
      </Field>
      <Field name="prerequisites">
        {(f) => <TextArea label={text.prerequisites} rows={2} maxLength={1000} {...f} />}
      </Field>
      <Field name="evaluation">
        {(f) => <TextArea label={text.evaluation} rows={2} maxLength={1000} {...f} />}
      </Field>
      <Field name="financingRegime">
        {(f) => <Select label={text.financing} options={optionsOf(text.financings)} {...f} />}
      </Field>
      <Field name="keywordLines" validate={keywords}>
        {(f) => <TextArea label={text.keywords} hint={text.keywordsHint} rows={3} {...f} />}
      </Field>
    </>
  );
}
