import type { VenueDetail } from '../../api/types';
import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { text } from './place-text';
import { StepForm } from './step-form';
import { vocabulary } from './vocabulary';

const valuesOf = ({ services, publics, care, fees, accessModes, supportModes }: VenueDetail) => ({
  services,
  publics,
  care,
  fees,
  accessModes,
  supportModes,
});

const groups: { name: keyof typeof vocabulary; label: string; hint?: string }[] = [
  { name: 'services', label: text.services },
  { name: 'fees', label: text.fees },
  { name: 'accessModes', label: text.access },
  { name: 'supportModes', label: text.support },
  { name: 'publics', label: text.publics, hint: text.publicsHint },
  { name: 'care', label: text.care, hint: text.careHint },
];

export function WhatStep({ venue }: { venue: VenueDetail }) {
  return (
    <StepForm venue={venue} step="quoi" valuesOf={valuesOf} inputOf={(values) => values}>
      {groups.map(({ name, label, hint }) => (
        <Field<string[]> key={name} name={name}>
          {(f) => <CheckboxGroup label={label} hint={hint} options={vocabulary[name]} {...f} />}
        </Field>
      ))}
    </StepForm>
  );
}
