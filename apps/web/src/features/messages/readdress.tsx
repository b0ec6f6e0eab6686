import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../api/client';
import type { Letter } from '../../api/types';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

export function Readdress({ person: { id, displayName, email }, label, onDone }: { person: Letter['person']; label: string; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { email: email ?? '' } });
  const save = async (values: { email: string }) => {
    await api.PUT('/letters/people/{id}/email', { params: { path: { id } }, body: values });
    onDone();
    await queries.invalidateQueries();
    say(text.readdressed(displayName));
  };
  return (
    <Form form={form} onSubmit={save}>
      <p>{text.readdressLead(displayName)}</p>
      <Field name="email" required={text.emailMissing}>
        {(f) => <TextField label={text.email} type="email" autoComplete="off" {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {label}
        </Button>
      </FormActions>
    </Form>
  );
}
