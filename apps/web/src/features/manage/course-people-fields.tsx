import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import { todayInParis } from '../catalogue/today';
import { audiencesQuery } from '../reference/queries';
import { CodesField } from './codes-field';
import { Section } from './course-section';
import type { CourseValues } from './course-values';
import { text } from './sheet-text';

export function PeopleFields() {
  return (
    <Section id="public">
      <AudienceRules />
      <Field name="audienceNote">{(f) => <TextArea label={text.audienceNote} rows={2} maxLength={500} {...f} />}</Field>
      <Field name="prerequisites">
        {(f) => <TextArea label={text.prerequisites} hint={text.prerequisitesHint} rows={2} maxLength={1000} {...f} />}
      </Field>
      <CodesField name="metiers" label={text.metiers} hint={text.metiersHint} max={20} tooMany={text.tooMany} />
    </Section>
  );
}

/** One row per audience and period: a change to come is written beside today's rule. */
function AudienceRules() {
  const { control, formState } = useFormContext<CourseValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'audiences' });
  const options = (useQuery(audiencesQuery).data?.items ?? []).map(({ code, label }) => ({ value: code, label }));
  const last = fields.at(-1);
  return (
    <div role="group" aria-labelledby="publics" className="stack">
      <div>
        <h3 id="publics">{text.audiences}</h3>
        <p className="hint">{text.audiencesHint}</p>
      </div>
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={text.audienceRow(index + 1)} className="form-row">
          <Field name={`audiences.${index}.code`} required={text.audienceMissing}>
            {(f) => <Select label={text.audience} options={options} {...f} />}
          </Field>
          <Field name={`audiences.${index}.from`} required={text.fromMissing}>
            {(f) => <DateField label={text.from} {...f} />}
          </Field>
          <Field name={`audiences.${index}.until`}>{(f) => <DateField label={text.until} {...f} />}</Field>
          <Button variant="quiet" icon={Trash2} aria-label={text.removeAudienceOf(index + 1)} onPress={() => remove(index)}>
            {text.removeAudience}
          </Button>
        </div>
      ))}
      {formState.errors.audiences?.message && <p className="field-error">{formState.errors.audiences.message}</p>}
      <div>
        <Button variant="secondary" icon={Plus} onPress={() => append({ code: '', from: last?.from ?? todayInParis(), until: last?.until ?? '' })}>
          {text.addAudience}
        </Button>
      </div>
    </div>
  );
}
