import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { SessionAsk, SessionDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { isPast } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { awaited } from './session-steps';
import { text } from './session-text';
import { SubstituteField } from './substitute-field';

interface ReplaceProps {
  session: SessionDetail;
  ask: SessionAsk;
}

/** Someone else in the stead of a trainer who was asked. */
export function ReplaceTrainer({ session, ask }: ReplaceProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" aria-label={text.replaceOf(ask.displayName)} onPress={() => setOpen(true)}>
        {text.replace}
      </Button>
      <Dialog title={text.replaceOf(ask.displayName)} isOpen={isOpen} onClose={close}>
        <ReplaceForm session={session} ask={ask} onDone={close} />
      </Dialog>
    </>
  );
}

function ReplaceForm({ session, ask, onDone }: ReplaceProps & { onDone: () => void }) {
  const form = useForm({ defaultValues: { toId: '', reason: '' } });
  const queries = useQueryClient();
  const replace = async (asked: { toId: string; reason: string }) => {
    await body(api.POST('/sessions/{id}/trainers/replace', { params: { path: { id: session.id } }, body: { fromId: ask.trainerId, ...asked } }));
    onDone();
    await queries.invalidateQueries();
    say(text.replaced);
  };
  const ahead = session.slots.filter(({ booking }) => !booking || !isPast(booking.startsAt));
  return (
    <Form form={form} onSubmit={replace}>
      <p>{text.replaceLead(ask.displayName)}</p>
      <SubstituteField slots={ahead} timeZone={session.timeZone} except={awaited(session)} />
      <Field name="reason" required={text.replaceReasonMissing}>
        {(f) => <TextArea label={text.replaceReason} hint={text.replaceReasonHint} {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.replaceOf(ask.displayName)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.back}
        </Button>
      </FormActions>
    </Form>
  );
}
