import type { VenueDetail, VenueInput } from '../../api/types';
import { RadioGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { CommuneField } from '../reference/commune-field';
import { degreesOf } from './degrees';
import { text as place } from './place-text';
import { PositionFields } from './position-fields';
import { StepForm } from './step-form';
import { text } from './text';
import { vocabulary } from './vocabulary';

const valuesOf = (venue: VenueDetail) => ({
  address: venue.address ?? '',
  addressExtra: venue.addressExtra ?? '',
  communeCode: venue.communeCode ?? '',
  postalCode: venue.postalCode ?? '',
  itinerance: venue.itinerance ?? '',
  accesslibreUrl: venue.accesslibreUrl ?? '',
  latitude: venue.latitude === null ? '' : String(venue.latitude),
  longitude: venue.longitude === null ? '' : String(venue.longitude),
});

type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ latitude, longitude, ...values }: Values) => ({
  ...values,
  itinerance: values.itinerance as VenueInput['itinerance'],
  latitude: degreesOf(latitude),
  longitude: degreesOf(longitude),
});

export function WhereStep({ venue }: { venue: VenueDetail }) {
  return (
    <StepForm venue={venue} step="ou" valuesOf={valuesOf} inputOf={inputOf}>
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
      <PositionFields venue={venue} />
      <Field name="itinerance">{(f) => <RadioGroup label={place.itinerance} options={vocabulary.itinerance} {...f} />}</Field>
      <Field name="accesslibreUrl">
        {(f) => <TextField label={place.accesslibre} hint={place.accesslibreHint} type="url" maxLength={2000} {...f} />}
      </Field>
    </StepForm>
  );
}
