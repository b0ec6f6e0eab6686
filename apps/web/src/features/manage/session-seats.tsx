import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useForm, useFormContext } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { SeatRules, SessionDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Field, Form, FormActions } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { NumberField } from '../../ui/number-field';
import { say } from '../../ui/toasts';
import { seatRulesQuery } from '../catalogue/queries';
import { Order } from '../catalogue/seat-rules';
import { OrganisationField } from '../reference/organisation-field';
import { newShare, seatValuesOf, type SeatValues, sharesOf } from './seat-values';
import { text } from './seats-text';
import { isLive } from './session-steps';

/** What the session keeps for some, and the order of its waiting list, as the public reads them. */
export function SessionSeats({ session }: { session: SessionDetail }) {
  const query = useQuery(seatRulesQuery(session.id));
  return (
    <section className="stack stack-6" aria-labelledby="shares">
      <div className="stack stack-2">
        <h2 id="shares">{text.title}</h2>
        <p className="reading">{text.lead}</p>
      </div>
      <Loaded query={query}>
        {(rules) => (
          <>
            {isLive(session) || session.status === 'draft' ? <SharesForm session={session} rules={rules} /> : <p>{text.over}</p>}
            <Order priorities={rules.priorities} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function SharesForm({ session: { id, timeZone, capacity }, rules }: { session: SessionDetail; rules: SeatRules }) {
  const form = useForm<SeatValues>({ defaultValues: seatValuesOf(rules, timeZone) });
  const queries = useQueryClient();
  const save = async (values: SeatValues) => {
    const saved = await body(api.PUT('/sessions/{id}/seat-rules', { params: { path: { id } }, body: sharesOf(values, timeZone) }));
    form.reset(seatValuesOf(saved, timeZone));
    await queries.invalidateQueries();
    say(text.saved);
  };
  return (
    <Form form={form} onSubmit={save} refusal={text.refused}>
      <Shares capacity={capacity} />
      <FormActions>
        <Button type="submit" variant="secondary" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}

function Shares({ capacity }: { capacity: number }) {
  const { control, formState } = useFormContext<SeatValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'shares' });
  return (
    <div className="stack">
      {fields.length === 0 && <p>{text.none}</p>}
      {fields.map(({ id, name, used }, index) => (
        <div key={id} role="group" aria-label={text.row(index + 1)} className="stack stack-2">
          <Field name={`shares.${index}.organisationId`} required={text.organisationMissing}>
            {(f) => <OrganisationField named={name} label={text.organisation} hint={used > 0 ? text.used(used) : text.organisationHint} {...f} />}
          </Field>
          <div className="form-row">
            <Field<number> name={`shares.${index}.reserved`}>
              {(f) => <NumberField label={text.reserved} minValue={0} maxValue={capacity} {...f} />}
            </Field>
            <Field name={`shares.${index}.releaseAt`}>{(f) => <DateField label={text.release} {...f} />}</Field>
            <Field<number> name={`shares.${index}.atMost`}>
              {(f) => <NumberField label={text.atMost} hint={text.atMostHint} minValue={0} maxValue={capacity} {...f} />}
            </Field>
            <Button variant="quiet" icon={Trash2} aria-label={text.removeOf(index + 1)} onPress={() => remove(index)}>
              {text.remove}
            </Button>
          </div>
        </div>
      ))}
      {formState.errors.shares?.message && <p className="field-error">{formState.errors.shares.message}</p>}
      <div>
        <Button variant="secondary" icon={Plus} onPress={() => append(newShare)}>
          {text.add}
        </Button>
      </div>
    </div>
  );
}
