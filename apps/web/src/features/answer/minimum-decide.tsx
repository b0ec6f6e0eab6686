import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { MinimumAnswer } from '../../api/types';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { useDecision } from './decide';
import type { Choice } from './minimum-choice';
import { minimumText as text } from './minimum-text';

interface DecideProps {
  token: string;
  answer: MinimumAnswer;
  choice: Choice | undefined;
  onDone: () => void;
}

/** Asks once for what the link says; the other choice is beside it. Cancelling takes a reason. */
export function MinimumDecide({ token, answer: { version, minSeats, actions }, choice, onDone }: DecideProps) {
  const mayMaintain = actions.includes('maintain');
  const [isCancelling, setCancelling] = useState(choice === 'annuler');
  const form = useForm({ defaultValues: { reason: text.reasonOf(minSeats) } });
  const { decide } = useDecision(['minimum-answer', token], onDone);
  const send = (decision: 'maintain' | 'cancel', reason?: string) =>
    decide(() => body(api.POST('/minimum-answers', { params: { header: ifMatch(version) }, body: { token, decision, reason } })));
  const maintaining = useMutation({ mutationFn: () => send('maintain') });
  if (isCancelling)
    return (
      <Form form={form} onSubmit={({ reason }) => send('cancel', reason)} refusal={text.failed}>
        <p>{text.cancelEffect}</p>
        <Field name="reason" required={text.reasonMissing}>
          {(f) => <TextArea label={text.reason} hint={text.reasonHint} rows={3} maxLength={500} {...f} />}
        </Field>
        <FormActions>
          <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
            {text.cancel}
          </Button>
          <Button variant="quiet" onPress={() => setCancelling(false)}>
            {text.back}
          </Button>
        </FormActions>
      </Form>
    );
  return (
    <div className="stack">
      <p>{mayMaintain ? text.maintainEffect : text.notReady}</p>
      {maintaining.error && (
        <Notice tone="error" title={text.failed}>
          {maintaining.error.message}
        </Notice>
      )}
      <div className="cluster">
        {mayMaintain && (
          <Button icon={Check} onPress={() => maintaining.mutate()} isPending={maintaining.isPending}>
            {text.maintain}
          </Button>
        )}
        <Button variant="secondary" icon={X} onPress={() => setCancelling(true)}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
