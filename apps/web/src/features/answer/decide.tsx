import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';

/** Sends an answer and shows what it has become, also when somebody answered or moved it in between. */
export function useDecision(queryKey: QueryKey, onDone: () => void) {
  const queries = useQueryClient();
  const decide = async (send: () => Promise<unknown>) => {
    try {
      queries.setQueryData(queryKey, await send());
      onDone();
    } catch (error) {
      if (error instanceof ApiProblem && [409, 412].includes(error.status)) await queries.invalidateQueries({ queryKey });
      throw error;
    }
  };
  return { decide };
}

interface Words {
  confirm: string;
  refuse: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  send: string;
  back: string;
  failed: string;
}

interface YesOrNoProps {
  words: Words;
  /** What to know before answering. */
  note: string | null;
  onYes: () => Promise<void>;
  onNo: (reason: string) => Promise<void>;
}

/** Yes at one press; no with a reason. */
export function YesOrNo({ words, note, onYes, onNo }: YesOrNoProps) {
  const [isRefusing, setRefusing] = useState(false);
  const form = useForm({ defaultValues: { reason: '' } });
  const confirming = useMutation({ mutationFn: onYes });
  if (isRefusing)
    return (
      <Form form={form} onSubmit={({ reason }) => onNo(reason)} refusal={words.failed}>
        <Field name="reason" required={words.reasonMissing}>
          {(f) => <TextArea label={words.reason} hint={words.reasonHint} rows={3} maxLength={500} {...f} />}
        </Field>
        <FormActions>
          <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
            {words.send}
          </Button>
          <Button variant="quiet" onPress={() => setRefusing(false)}>
            {words.back}
          </Button>
        </FormActions>
      </Form>
    );
  return (
    <div className="stack">
      {note && <p>{note}</p>}
      {confirming.error && (
        <Notice tone="error" title={words.failed}>
          {confirming.error.message}
        </Notice>
      )}
      <div className="cluster">
        <Button icon={Check} onPress={() => confirming.mutate()} isPending={confirming.isPending}>
          {words.confirm}
        </Button>
        <Button variant="secondary" icon={X} onPress={() => setRefusing(true)}>
          {words.refuse}
        </Button>
      </div>
    </div>
  );
}
