import { useWatch } from 'react-hook-form';
import type { VenueDetail } from '../../api/types';
import { Field } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { Notice } from '../../ui/notice';
import { TextArea, TextField } from '../../ui/text-field';
import { text as place } from './place-text';
import { phoneInput, phoneShown, isMobile } from '../venues/phone';
import { StepForm } from './step-form';
import { text } from './text';

const valuesOf = (venue: VenueDetail) => ({
  name: venue.name,
  summary: venue.summary ?? '',
  description: venue.description ?? '',
  phone: phoneShown(venue.phone),
  emailLines: venue.emails.join('\n'),
  website: venue.website ?? '',
  parentStructure: venue.parentStructure ?? '',
  pivot: venue.pivot ?? '',
});
type Values = ReturnType<typeof valuesOf>;

export function WhoStep({ venue }: { venue: VenueDetail }) {
  const inputOf = ({ emailLines, phone, ...values }: Values) => ({
    ...values,
    pivot: values.pivot.replaceAll(/\s/g, ''),
    phone: phoneInput(phone, venue.departementCode),
    emails: linesOf(emailLines),
  });
  return (
    <StepForm venue={venue} step="qui" valuesOf={valuesOf} inputOf={inputOf}>
      <Field name="name" required={text.nameMissing}>
        {(f) => <TextField label={text.name} maxLength={255} {...f} />}
      </Field>
      <Field name="summary">{(f) => <TextArea label={text.summary} rows={2} maxLength={280} {...f} />}</Field>
      <Field name="description">
        {(f) => <TextArea label={text.description} hint={text.descriptionHint} rows={4} maxLength={5000} {...f} />}
      </Field>
      <Field name="phone">
        {(f) => <TextField label={text.phone} hint={text.phoneHint} type="tel" maxLength={25} {...f} />}
      </Field>
      <MobileWarning departement={venue.departementCode} />
      <Field name="emailLines">
        {(f) => <TextArea label={text.emails} hint={text.emailsHint} rows={2} {...f} />}
      </Field>
      <Field name="website">
        {(f) => <TextField label={text.website} hint={text.websiteHint} type="url" maxLength={2000} {...f} />}
      </Field>
      <Field name="parentStructure">
        {(f) => <TextField label={place.parent} hint={place.parentHint} maxLength={255} {...f} />}
      </Field>
      <Field name="pivot">
        {(f) => <TextField label={place.pivot} hint={place.pivotHint} maxLength={20} {...f} />}
      </Field>
    </StepForm>
  );
}

function MobileWarning({ departement }: { departement: string | null }) {
  const phone = useWatch<Values, 'phone'>({ name: 'phone' });
  return (
    <div role="status">
      {isMobile(phoneInput(phone, departement)) && <Notice tone="warning" title={place.mobile} />}
    </div>
  );
}
