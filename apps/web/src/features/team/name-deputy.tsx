import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Field, Form, FormActions } from '../../ui/form';
import { say } from '../../ui/toasts';
import { todayInParis } from '../catalogue/today';
import { text } from './deputies-text';
import { PersonField } from './person-field';

interface Values {
  absentId: string;
  deputyId: string;
  from: string;
  until: string;
}

/** `absentId`: a supervisor names who stands in for themselves; an officer says for whom. */
export function NameDeputy({ absentId, onDone }: { absentId?: string; onDone: () => void }) {
  const form = useForm<Values>({ defaultValues: { absentId: absentId ?? '', deputyId: '', from: todayInParis(), until: '' } });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const save = async (values: Values) => {
    const { deputy, absent } = await body(api.POST('/deputies', { headers, body: values }));
    await queries.invalidateQueries({ queryKey: ['deputies'] });
    say(text.saved(deputy.displayName, absent.displayName));
    onDone();
  };
  return (
    <Form form={form} onSubmit={save} refusal={text.refused}>
      {!absentId && (
        <Field name="absentId" required={text.absentMissing}>
          {(f) => <PersonField label={text.absent} hint={text.nameHint} supervising {...f} />}
        </Field>
      )}
      <Field name="deputyId" required={text.deputyMissing}>
        {(f) => <PersonField label={absentId ? text.deputyOfMine : text.deputy} hint={text.deputyHint} {...f} />}
      </Field>
      <div className="form-row">
        <Field name="from" required={text.dayMissing}>
          {(f) => <DateField label={text.from} {...f} />}
        </Field>
        <Field name="until" required={text.dayMissing}>
          {(f) => <DateField label={text.until} {...f} />}
        </Field>
      </div>
      <FormActions>
        <Button type="submit" variant="secondary" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}
