import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AtSign } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../api/client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { deliveryQuery } from './queries';
import { text } from './text';

/** Nothing as long as mails arrive. */
export function Undelivered() {
  const { data } = useQuery(deliveryQuery);
  const [isOpen, setOpen] = useState(false);
  if (!data?.email || data.undelivered.length === 0) return null;
  const close = () => setOpen(false);
  return (
    <Notice
      tone="warning"
      title={text.undelivered}
      actions={
        <Button icon={AtSign} onPress={() => setOpen(true)}>
          {text.correct}
        </Button>
      }
    >
      <div className="stack stack-2">
        <p>
          {text.undeliveredAt(data.email)} {data.undelivered[0]!.refusal}
        </p>
        <p>{text.notReceived}</p>
        <ul>
          {data.undelivered.map(({ id, subject }) => (
            <li key={id}>{subject}</li>
          ))}
        </ul>
      </div>
      <Dialog title={text.correctTitle} isOpen={isOpen} onClose={close}>
        <CorrectMine email={data.email} onDone={close} />
      </Dialog>
    </Notice>
  );
}

function CorrectMine({ email, onDone }: { email: string; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { email, password: '' } });
  const save = async (values: { email: string; password: string }) => {
    await api.PUT('/me/email', { body: values });
    onDone();
    await queries.invalidateQueries();
    say(text.corrected);
  };
  return (
    <Form form={form} onSubmit={save}>
      <p>{text.correctLead}</p>
      <Field name="email" required={text.emailMissing}>
        {(f) => <TextField label={text.email} type="email" autoComplete="email" {...f} />}
      </Field>
      <Field name="password" required={text.passwordMissing}>
        {(f) => <TextField label={text.password} hint={text.passwordHint} type="password" autoComplete="current-password" {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}
