import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import { Button } from '../../ui/button';
import { FileField } from '../../ui/file-field';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

const MAX_BYTES = 150 * 1024 * 1024;

interface Values {
  producer: string;
  licence: string;
  sourceUrl: string;
}

export function SendList() {
  const form = useForm<Values>({ defaultValues: { producer: '', licence: '', sourceUrl: '' } });
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = async (values: Values) => {
    const wrong = !file ? text.fileMissing : file.size > MAX_BYTES ? text.fileTooLarge : undefined;
    setFault(wrong);
    if (!file || wrong) return;
    // The fields go before the file: the server knows whose list it is before it keeps any of it.
    const parts = new FormData();
    for (const [name, value] of Object.entries(values)) parts.append(name, String(value));
    parts.append('file', file);
    const { id } = await body(api.POST('/imports', { body: { ...values, file: '' }, bodySerializer: () => parts }));
    await queries.invalidateQueries({ queryKey: ['imports'] });
    await navigate({ to: '/gestion/lieux/imports/$id', params: { id } });
    say(text.sent);
  };
  return (
    <Form form={form} onSubmit={send}>
      <FileField label={text.file} hint={text.fileHint} onChange={setFile} error={fault} isRequired />
      <Field name="producer" required={text.producerMissing}>
        {(f) => <TextField label={text.producer} hint={text.producerHint} maxLength={41} {...f} />}
      </Field>
      <Field name="licence" required={text.licenceMissing}>
        {(f) => <TextField label={text.licence} hint={text.licenceHint} maxLength={200} {...f} />}
      </Field>
      <Field name="sourceUrl">{(f) => <TextField label={text.source} hint={text.sourceHint} type="url" maxLength={2000} {...f} />}</Field>
      <FormActions>
        <Button type="submit" icon={Upload} isPending={form.formState.isSubmitting}>
          {text.sendIt}
        </Button>
      </FormActions>
    </Form>
  );
}
