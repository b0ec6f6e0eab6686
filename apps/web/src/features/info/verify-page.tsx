import { useNavigate } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { TextField } from '../../ui/text-field';
import { verify } from './text';

export function VerifyPage() {
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { code: '' } });
  return (
    <>
      <PageHeader title={verify.title} lead={verify.lead} />
      <Form
        form={form}
      refusal={verify.refused}
        onSubmit={({ code }) => navigate({ to: '/verifier/$code', params: { code: code.trim().toUpperCase() } })}
      >
        <Field name="code" required={verify.codeMissing}>
          {(f) => <TextField label={verify.code} autoComplete="off" {...f} />}
        </Field>
        <FormActions>
          <Button type="submit" icon={ShieldCheck}>
            {verify.action}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
