import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { EmployerChain } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox, RadioGroup } from '../../ui/choice';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { MoneyField, NumberField } from '../../ui/number-field';
import { OrganisationField } from '../reference/organisation-field';
import { standing } from './budget';
import { ChainPath } from './chain-path';
import { text } from './chain-text';
import './chain.css';

export type ChainValues = Pick<EmployerChain, 'online' | 'opinion' | 'opinionDays' | 'validates' | 'validationDays' | 'visa' | 'budgetCents' | 'budgetBlocks'> & { managedBy: string };

const valuesOf = ({ online, opinion, opinionDays, validates, validationDays, visa, budgetCents, budgetBlocks, managedBy }: EmployerChain): ChainValues => ({
  online, opinion, opinionDays, validates, validationDays, visa, budgetCents, budgetBlocks, managedBy: managedBy?.id ?? '',
});

/** Each setting says what it changes; the path that a request takes is drawn beside. */
export function ChainForm({ chain }: { chain: EmployerChain }) {
  const id = chain.organisationId;
  const save = (values: ChainValues, base: EmployerChain) =>
    body(
      api.PUT('/employer-chains/{id}', {
        params: { path: { id }, header: ifMatch(base.version) },
        body: { ...values, managedBy: values.managedBy || null, budgetBlocks: values.budgetBlocks && values.budgetCents !== null },
      }),
    );
  const reload = async () => (await body(api.GET('/employer-chains'))).items.find(({ organisationId }) => organisationId === id) ?? chain;
  return (
    <section className="stack stack-6" aria-labelledby="chain">
      <h2 id="chain">{chain.organisationName}</h2>
      <EditForm loaded={chain} valuesOf={valuesOf} save={save} reload={reload} label={text.save} done={text.saved}>
        <div className="columns">
          <div className="form">
            <Field<boolean> name="online">{(f) => <Checkbox label={text.online} hint={text.onlineHint} {...f} />}</Field>
            <Field name="opinion">{(f) => <RadioGroup label={text.opinion} options={text.opinions} {...f} />}</Field>
            <Days name="opinionDays" label={text.opinionDays} hint={text.opinionDaysHint} />
            <Field<boolean> name="validates">{(f) => <Checkbox label={text.validates} hint={text.validatesHint} {...f} />}</Field>
            <Days name="validationDays" label={text.validationDays} hint={text.validationDaysHint} />
            <Field<boolean> name="visa">{(f) => <Checkbox label={text.visa} hint={text.visaHint} {...f} />}</Field>
            <Field<number | null> name="budgetCents">{(f) => <MoneyField label={text.budget} hint={chain.budget ? standing(chain.budget) : text.budgetHint} {...f} />}</Field>
            <Field<boolean> name="budgetBlocks">{(f) => <Checkbox label={text.budgetBlocks} hint={text.budgetBlocksHint} {...f} />}</Field>
            {chain.isOwn ? <ManagedBy named={chain.managedBy?.name} /> : <p>{text.entrusted(chain.organisationName)}</p>}
          </div>
          <ChainPath />
        </div>
      </EditForm>
    </section>
  );
}

const Days = ({ name, label, hint }: { name: string; label: string; hint: string }) => (
  <Field<number> name={name}>{(f) => <NumberField label={label} hint={hint} minValue={1} maxValue={60} {...f} />}</Field>
);

function ManagedBy({ named }: { named?: string }) {
  const { watch, setValue } = useFormContext<ChainValues>();
  const [isCleared, setCleared] = useState(false);
  const clear = () => {
    setValue('managedBy', '', { shouldDirty: true });
    setCleared(true);
  };
  return (
    <div className="stack stack-2">
      <Field name="managedBy">
        {(f) => <OrganisationField key={String(isCleared)} named={isCleared ? undefined : named} label={text.managedBy} hint={text.managedByHint} {...f} />}
      </Field>
      {named && !isCleared && watch('managedBy') !== '' && (
        <div>
          <Button variant="quiet" onPress={clear}>
            {text.alone}
          </Button>
        </div>
      )}
    </div>
  );
}
