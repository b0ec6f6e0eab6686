import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { OfferAnswer } from '../../api/types';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { useDecision } from './decide';
import { offerText as text } from './offer-text';

interface DecideProps {
  token: string;
  answer: OfferAnswer;
  onDone: () => void;
}

/** Takes the seat at one press; leaving it says what follows, and may say why. */
export function OfferDecide({ token, answer: { version, offerUntil, timeZone }, onDone }: DecideProps) {
  const [isLeaving, setLeaving] = useState(false);
  const form = useForm({ defaultValues: { reason: '' } });
  const { decide } = useDecision(['offer-answer', token], onDone);
  const send = (decision: 'accept' | 'decline', reason?: string) =>
    decide(() => body(api.POST('/offer-answers', { params: { header: ifMatch(version) }, body: { token, decision, reason } })));
  const accepting = useMutation({ mutationFn: () => send('accept') });
  if (isLeaving)
    return (
      <Form form={form} onSubmit={({ reason }) => send('decline', reason || undefined)} refusal={text.failed}>
        <p>{text.refuseEffect}</p>
        <Field name="reason">{(f) => <TextArea label={text.reason} hint={text.reasonHint} rows={3} maxLength={500} {...f} />}</Field>
        <FormActions>
          <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
            {text.refuse}
          </Button>
          <Button variant="quiet" onPress={() => setLeaving(false)}>
            {text.back}
          </Button>
        </FormActions>
      </Form>
    );
  return (
    <div className="stack">
      {offerUntil && <Notice tone="warning" title={text.until(dateTime(offerUntil, timeZone))} />}
      <p>{text.confirmEffect}</p>
      {accepting.error && (
        <Notice tone="error" title={text.failed}>
          {accepting.error.message}
        </Notice>
      )}
      <div className="cluster">
        <Button icon={Check} onPress={() => accepting.mutate()} isPending={accepting.isPending}>
          {text.confirm}
        </Button>
        <Button variant="secondary" icon={X} onPress={() => setLeaving(true)}>
          {text.refuse}
        </Button>
      </div>
    </div>
  );
}
