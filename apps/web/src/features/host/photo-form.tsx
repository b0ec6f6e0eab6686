import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { Photo } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { FileField } from '../../ui/file-field';
import { Field, Form, FormActions } from '../../ui/form';
import { Progress } from '../../ui/loaded';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './photo-text';
import { upload } from './upload';

interface Values {
  file: File | null;
  alt: string;
  decorative: boolean;
}

export function AddPhoto({ venueId, onDone }: { venueId: string; onDone: () => void }) {
  const form = useForm<Values>({ defaultValues: { file: null, alt: '', decorative: false } });
  const [share, setShare] = useState<number>();
  const queries = useQueryClient();
  const add = async ({ file, alt, decorative }: Values) => {
    const sent = new FormData();
    if (decorative) sent.set('decorative', 'true');
    else sent.set('alt', alt);
    sent.set('file', file!);
    try {
      await upload(`/api/v1/venues/${venueId}/photos`, sent, setShare);
    } finally {
      setShare(undefined);
    }
    onDone();
    await queries.invalidateQueries({ queryKey: ['photos'] });
    say(text.added);
  };
  return (
    <Form form={form} onSubmit={add}>
      <Field<File | null> name="file" required={text.fileMissing}>
        {({ onChange, error }) => (
          <FileField label={text.file} hint={text.fileHint} accept="image/jpeg,image/png,image/webp" onChange={onChange} error={error} />
        )}
      </Field>
      <Description />
      {share !== undefined && <Progress label={text.sending} value={share} max={1} />}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.add}
        </Button>
      </FormActions>
    </Form>
  );
}

export function DescribePhoto({ photo, onDone }: { photo: Photo; onDone: () => void }) {
  const form = useForm({ defaultValues: { alt: photo.alt, decorative: photo.alt === '' } });
  const queries = useQueryClient();
  const save = async ({ alt, decorative }: { alt: string; decorative: boolean }) => {
    await body(
      api.PATCH('/photos/{id}', {
        params: { path: { id: photo.id }, header: ifMatch(photo.version) },
        body: decorative ? { decorative } : { alt },
      }),
    );
    onDone();
    await queries.invalidateQueries({ queryKey: ['photos'] });
    say(text.saved);
  };
  return (
    <Form form={form} onSubmit={save}>
      <Description />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}

function Description() {
  const decorative = useWatch<Values, 'decorative'>({ name: 'decorative' });
  return (
    <>
      {!decorative && (
        <Field name="alt" required={text.altMissing}>
          {(f) => <TextArea label={text.alt} hint={text.altHint} rows={2} maxLength={250} {...f} />}
        </Field>
      )}
      <Field<boolean> name="decorative">{(f) => <Checkbox label={text.decorative} {...f} />}</Field>
    </>
  );
}
