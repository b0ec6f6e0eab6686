import { api, body, ifMatch } from '../../api/client';
import type { VenueDetail } from '../../api/types';
import { changes } from '../../ui/changes';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { TextArea, TextField } from '../../ui/text-field';
import { CommuneField } from '../reference/commune-field';
import { text } from './text';

const valuesOf = (venue: VenueDetail) => ({
  name: venue.name,
  summary: venue.summary ?? '',
  description: venue.description ?? '',
  address: venue.address ?? '',
  addressExtra: venue.addressExtra ?? '',
  postalCode: venue.postalCode ?? '',
  communeCode: venue.communeCode ?? '',
  phone: venue.phone ?? '',
  emailLines: venue.emails.join('\n'),
  website: venue.website ?? '',
});

type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ emailLines, ...values }: Values) => ({
  ...values,
  phone: values.phone.replace(/[\s.-]/g, ''),
  emails: linesOf(emailLines),
});

export function PlaceForm({ venue }: { venue: VenueDetail }) {
  const path = { id: venue.id };
  const save = (values: Values, base: VenueDetail) =>
    body(
      api.PATCH('/venues/{id}', {
        params: { path },
        headers: ifMatch(base.version),
        body: changes(inputOf(values), inputOf(valuesOf(base))),
      }),
    );
  const reload = () => body(api.GET('/venues/{idOrSlug}', { params: { path: { idOrSlug: venue.id } } }));
  return (
    <EditForm loaded={venue} valuesOf={valuesOf} save={save} reload={reload} label={text.save} done={text.saved}>
      <Field name="name" required={text.nameMissing}>
        {(f) => <TextField label={text.name} maxLength={255} {...f} />}
      </Field>
      <Field name="summary">{(f) => <TextArea label={text.summary} rows={2} maxLength={280} {...f} />}</Field>
      <Field name="description">
        {(f) => <TextArea label={text.description} hint={text.descriptionHint} maxLength={5000} {...f} />}
      </Field>
      <Field name="address">
        {(f) => <TextField label={text.address} hint={text.addressHint} maxLength={255} {...f} />}
      </Field>
      <Field name="addressExtra">{(f) => <TextField label={text.addressExtra} maxLength={255} {...f} />}</Field>
      <Field name="postalCode">
        {(f) => <TextField label={text.postalCode} inputMode="numeric" maxLength={5} {...f} />}
      </Field>
      <Field name="communeCode">
        {({ value, onChange, error }) => (
          <div className="stack stack-1">
            <CommuneField label={text.commune} hint={text.communeHint} value={value} onChange={onChange} />
            {error && <p className="field-error">{error}</p>}
          </div>
        )}
      </Field>
      <Contact />
    </EditForm>
  );
}

function Contact() {
  return (
    <>
      <h3>{text.contact}</h3>
      <Field name="phone">
        {(f) => <TextField label={text.phone} hint={text.phoneHint} type="tel" maxLength={20} {...f} />}
      </Field>
      <Field name="emailLines">
        {(f) => <TextArea label={text.emails} hint={text.emailsHint} rows={2} {...f} />}
      </Field>
      <Field name="website">
        {(f) => <TextField label={text.website} hint={text.websiteHint} type="url" maxLength={2000} {...f} />}
      </Field>
    </>
  );
}
