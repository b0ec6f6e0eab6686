import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { CommuneField } from '../reference/commune-field';
import { LookAlikes } from './look-alikes';
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
  const form = useForm({ defaultValues: { name: '', communeCode: '' } });
  const [name, communeCode] = useWatch({ control: form.control, name: ['name', 'communeCode'] });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (values: { name: string; communeCode: string }) => {
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
      <Field name="communeCode">
        {({ value, onChange }) => <CommuneField label={text.commune} hint={text.communeOptional} value={value} onChange={onChange} />}
      </Field>
      <LookAlikes name={name} communeCode={communeCode} />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.create}
        </Button>
      </FormActions>
    </Form>
  );
}
