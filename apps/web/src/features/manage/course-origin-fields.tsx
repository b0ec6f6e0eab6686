import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { Field } from '../../ui/form';
import { MoneyField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/choice';
import { TextArea, TextField } from '../../ui/text-field';
import { financingRegimesQuery } from '../reference/queries';
import { CodesField } from './codes-field';
import { Section } from './course-section';
import { text } from './sheet-text';

export function MoneyFields() {
  const regimes = useQuery(financingRegimesQuery).data?.items ?? [];
  const regime = useWatch({ name: 'financingRegime' }) as string;
  const options = regimes.map(({ code, label, conditions }) => ({ value: code, label, note: conditions }));
  return (
    <Section id="financement">
      <Field name="financingRegime">{(f) => <RadioGroup label={text.regime} options={options} {...f} />}</Field>
      <Field name="financingConditions">
        {(f) => <TextArea label={text.terms} hint={text.termsHint} rows={3} maxLength={1000} {...f} />}
      </Field>
      {regime !== 'cnfpt' && <Field<number | null> name="employerCents">{(f) => <MoneyField label={text.share} hint={text.shareHint} {...f} />}</Field>}
    </Section>
  );
}

export function OriginFields() {
  return (
    <Section id="source">
      <Field name="source" required={text.sourceMissing}>
        {(f) => <TextField label={text.source} hint={text.sourceHint} maxLength={200} {...f} />}
      </Field>
      <Field name="attribution">
        {(f) => <TextArea label={text.attribution} hint={text.attributionHint} rows={2} maxLength={500} {...f} />}
      </Field>
      <CodesField name="nsf" label={text.nsf} hint={text.nsfHint} max={3} tooMany={text.nsfTooMany} />
      <CodesField name="rome" label={text.rome} hint={text.romeHint} max={5} tooMany={text.romeTooMany} />
    </Section>
  );
}
