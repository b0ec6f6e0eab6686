import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { text as kit } from '../../ui/text';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { requestQuery } from '../agent/queries';
import { todayInParis } from '../catalogue/today';
import { text } from './text';

interface RefuseProps {
  request: EnrolmentCard;
  onDecided: () => void;
}

/** States the consequences and what the law asks, then asks why. */
export function Refuse({ request, onDecided }: RefuseProps) {
  const [isOpen, setOpen] = useState(false);
  const name = request.agent.displayName;
  return (
    <>
      <Button variant="secondary" aria-label={text.refuseOf(name)} onPress={() => setOpen(true)}>
        {text.refuse}
      </Button>
      <Dialog title={text.refuseTitle(name)} isOpen={isOpen} onClose={() => setOpen(false)} role="alertdialog">
        <Refusal request={request} onDecided={onDecided} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Refusal({ request: { id, agent }, onDecided, onClose }: RefuseProps & { onClose: () => void }) {
  const query = useQuery(requestQuery(id));
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { reason: '', commissionOn: '' } });
  const submit = async ({ reason, commissionOn }: { reason: string; commissionOn: string }) => {
    await body(api.POST('/enrolments/{id}/refuse', { params: { path: { id } }, body: { reason, commissionOn: commissionOn || undefined } }));
    onClose();
    await queries.invalidateQueries();
    say(text.refused(agent.displayName));
    onDecided();
  };
  return (
    <Loaded query={query}>
      {({ alerts }) => (
        <Form form={form} onSubmit={submit}>
          <div className="stack">
            <p>{text.refuseEffect}</p>
            {alerts.length > 0 && (
              <Notice title={text.alertsTitle}>
                {alerts.map((alert) => (
                  <p key={alert.code}>{alert.text}</p>
                ))}
              </Notice>
            )}
          </div>
          <Field name="reason" required={text.reasonMissing}>
            {(f) => <TextArea label={text.reason} hint={text.reasonHint} rows={3} maxLength={500} {...f} />}
          </Field>
          {alerts.some(({ code }) => code === 'commission') && (
            <Field name="commissionOn" required={text.commissionMissing}>
              {(f) => <DateField label={text.commissionOn} maxValue={todayInParis()} {...f} />}
            </Field>
          )}
          <FormActions>
            <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
              {text.refuse}
            </Button>
            <Button variant="quiet" onPress={onClose}>
              {kit.cancel}
            </Button>
          </FormActions>
        </Form>
      )}
    </Loaded>
  );
}
