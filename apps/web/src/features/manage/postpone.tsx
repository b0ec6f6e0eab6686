import { useQueryClient } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { SessionDetail, SlotInput } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { nextSlot } from './session-values';
import { text } from './session-text';
import { SlotFields } from './slot-fields';

/** Puts a session off, to dates that are known or not; then gives it its dates. */
export function Postpone({ session }: { session: SessionDetail }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const label = session.actions.includes('postpone') ? text.postpone : text.setDates;
  return (
    <>
      <Button variant="secondary" icon={CalendarClock} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={label} isOpen={isOpen} onClose={close}>
        <PostponeForm session={session} label={label} onDone={close} />
      </Dialog>
    </>
  );
}

interface PostponeValues {
  reason: string;
  isDated: boolean;
  slots: SlotInput[];
  askSameTrainers: boolean;
}

function PostponeForm({ session, label, onDone }: { session: SessionDetail; label: string; onDone: () => void }) {
  const isFirst = session.actions.includes('postpone');
  const hours = session.slots.map(({ start, end }) => ({ date: '', start, end }));
  const form = useForm<PostponeValues>({
    defaultValues: { reason: '', isDated: !isFirst, slots: hours.length > 0 ? hours : [nextSlot(undefined)], askSameTrainers: true },
  });
  const { isDated } = useWatch({ control: form.control });
  const queries = useQueryClient();
  const submit = async ({ reason, slots, askSameTrainers }: PostponeValues) => {
    const params = { path: { id: session.id } };
    const asked = { reason, ...(isDated && { slots, askSameTrainers }) };
    if (isFirst) await body(api.POST('/sessions/{id}/postpone', { params, body: asked }));
    else await body(api.PUT('/sessions/{id}/dates', { params, body: { slots, askSameTrainers } }));
    onDone();
    await queries.invalidateQueries();
    say(isFirst ? text.postponed : text.datesSet);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{isFirst ? text.postponeLead : text.setDatesLead}</p>
      {isFirst && (
        <>
          <Field name="reason" required={text.postponeReasonMissing}>
            {(f) => <TextArea label={text.postponeReason} hint={text.reasonHint} {...f} />}
          </Field>
          <Field<boolean> name="isDated">{(f) => <Checkbox label={text.knowDates} {...f} />}</Field>
        </>
      )}
      {isDated && (
        <>
          <SlotFields />
          <Field<boolean> name="askSameTrainers">{(f) => <Checkbox label={text.askSame} {...f} />}</Field>
        </>
      )}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {label}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.back}
        </Button>
      </FormActions>
    </Form>
  );
}
