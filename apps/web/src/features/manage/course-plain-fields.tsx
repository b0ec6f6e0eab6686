import { Checkbox } from '../../ui/choice';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { materials, modalities, optionsOf, themes } from '../catalogue/labels';
import { Section } from './course-section';
import { LinesField } from './lines-field';
import { RichTextField } from './rich-text-field';
import { text } from './sheet-text';

export function EssentialFields() {
  return (
    <Section id="essentiel">
      <Field name="title" required={text.courseTitleMissing}>
        {(f) => <TextField label={text.courseTitle} maxLength={150} {...f} />}
      </Field>
      <Field name="summary" required={text.summaryMissing}>
        {(f) => <TextArea label={text.summary} hint={text.summaryHint} rows={3} maxLength={500} {...f} />}
      </Field>
      <Field name="theme" required={text.themeMissing}>
        {(f) => <Select label={text.theme} options={optionsOf(themes)} {...f} />}
      </Field>
      <LinesField name="keywords" label={text.keywords} hint={text.keywordsHint} max={20} tooMany={text.keywordsTooMany} length={60} tooLong={text.keywordTooLong} rows={3} />
    </Section>
  );
}

export function ContentFields() {
  return (
    <Section id="contenu">
      <Field name="content">{(f) => <RichTextField label={text.content} hint={text.contentHint} {...f} />}</Field>
    </Section>
  );
}

export function OrganisationFields() {
  return (
    <Section id="organisation">
      <Field name="modality">{(f) => <Select label={text.modality} options={optionsOf(modalities)} {...f} />}</Field>
      <Field<number> name="durationHours">
        {(f) => <NumberField label={text.duration} minValue={0.5} maxValue={400} step={0.5} {...f} />}
      </Field>
      <Field name="evaluation">{(f) => <TextArea label={text.evaluation} rows={3} maxLength={1000} {...f} />}</Field>
      <Field name="attestationConditions">
        {(f) => <TextArea label={text.attestation} hint={text.attestationHint} rows={3} maxLength={1000} {...f} />}
      </Field>
      <Field<boolean> name="isSelective">{(f) => <Checkbox label={text.selective} hint={text.selectiveHint} {...f} />}</Field>
    </Section>
  );
}

export function AccessFields() {
  return (
    <Section id="accessibilite">
      <Field name="accessibility">
        {(f) => <TextArea label={text.accessibility} hint={text.accessibilityHint} rows={3} maxLength={1000} {...f} />}
      </Field>
      <Field name="materialsRgaa">{(f) => <Select label={text.materials} options={optionsOf(materials)} {...f} />}</Field>
    </Section>
  );
}
