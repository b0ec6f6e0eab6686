import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

export function CreatePlace() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon={Plus} onPress={() => setOpen(true)}>
        {text.create}
      </Button>
      <Dialog title={text.createTitle} isOpen={isOpen} onClose={() => setOpen(false)}>
        <CreateForm />
      </Dialog>
    </>
  );
}

function CreateForm() {
  const form = useForm({ defaultValues: { name: '' } });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (values: { name: string }) => {
    const { id } = await body(api.POST('/venues', { headers, body: values }));
    await queries.invalidateQueries({ queryKey: ['venues'] });
    await navigate({ to: '/hote/lieux/$id', params: { id } });
    say(text.created);
  };
  return (
    <Form form={form} onSubmit={create}>
      <p>{text.createLead}</p>
      <Field name="name" required={text.nameMissing}>
        {(f) => <TextField label={text.name} maxLength={255} {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.create}
        </Button>
      </FormActions>
    </Form>
  );
}
