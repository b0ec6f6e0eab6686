import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { When } from '../bookings/when';
import type { Gap } from './gaps';
import { text } from './text';

/** The host keeps a room for himself. */
export function BlockForm({
  roomId,
  day,
  gap,
  onDone,
}: {
  roomId: string;
  day: string;
  gap: Gap;
  onDone: () => void;
}) {
  const form = useForm({ defaultValues: { purpose: text.unavailable, date: day, ...gap } });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const block = async (values: { purpose: string; date: string; start: string; end: string }) => {
    await body(api.POST('/rooms/{id}/bookings', { params: { path: { id: roomId } }, headers, body: values }));
    onDone();
    await queries.invalidateQueries({ queryKey: ['bookings'] });
    say(text.blocked);
  };
  return (
    <Form form={form} onSubmit={block}>
      <p>{text.blockLead}</p>
      <Field name="purpose" required={text.purposeMissing}>
        {(f) => <TextField label={text.purpose} hint={text.purposeHint} maxLength={120} {...f} />}
      </Field>
      <When />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.block}
        </Button>
      </FormActions>
    </Form>
  );
}
