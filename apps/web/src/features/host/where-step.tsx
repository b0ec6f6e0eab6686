import type { VenueDetail } from '../../api/types';
import { Field } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { CommuneField } from '../reference/commune-field';
import { StepForm } from './step-form';
import { text } from './text';

const valuesOf = (venue: VenueDetail) => ({
  address: venue.address ?? '',
  addressExtra: venue.addressExtra ?? '',
  communeCode: venue.communeCode ?? '',
  postalCode: venue.postalCode ?? '',
});

export function WhereStep({ venue }: { venue: VenueDetail }) {
  return (
    <StepForm venue={venue} step="ou" valuesOf={valuesOf} inputOf={(values) => values}>
      <Field name="address">
        {(f) => <TextField label={text.address} hint={text.addressHint} maxLength={255} {...f} />}
      </Field>
      <Field name="addressExtra">{(f) => <TextField label={text.addressExtra} maxLength={255} {...f} />}</Field>
      <Field name="communeCode">
        {({ value, onChange, error }) => (
          <div className="stack stack-1">
            <CommuneField label={text.commune} hint={text.communeHint} value={value} onChange={onChange} />
            {error && <p className="field-error">{error}</p>}
          </div>
        )}
      </Field>
      <Field name="postalCode">
        {(f) => <TextField label={text.postalCode} inputMode="numeric" maxLength={5} {...f} />}
      </Field>
    </StepForm>
  );
}
