import { useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { InboxCard } from '../../api/types';
import { Button } from '../../ui/button';
import { CheckboxGroup, RadioGroup } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { euros } from '../../ui/money';
import { text as kit } from '../../ui/text';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

type Action = 'validate' | 'endorse';
interface Values {
  action: Action;
  ids: string[];
  reason: string;
}

const STEP_OF = { validate: 'validation', endorse: 'visa' } as const;

/** Several requests decided at once, each for itself: those that could not be are named, with why. */
export function Several({ requests, byLaw, onDecided }: { requests: InboxCard[]; byLaw: string[]; onDecided: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<string[]>([]);
  if (requests.length < 2 && failed.length === 0) return null;
  return (
    <div className="stack">
      <div>
        <Button variant="secondary" icon={ListChecks} onPress={() => setOpen(true)}>
          {text.several}
        </Button>
      </div>
      {failed.length > 0 && (
        <Notice tone="error" title={text.severalFailed}>
          {failed.map((why) => (
            <p key={why}>{why}</p>
          ))}
        </Notice>
      )}
      <Dialog title={text.several} isOpen={isOpen} onClose={() => setOpen(false)}>
        <SeveralForm
          requests={requests}
          byLaw={byLaw}
          onClose={() => setOpen(false)}
          onDone={(why) => {
            setFailed(why);
            onDecided();
          }}
        />
      </Dialog>
    </div>
  );
}

interface SeveralFormProps {
  requests: InboxCard[];
  byLaw: string[];
  onClose: () => void;
  onDone: (failed: string[]) => void;
}

function SeveralForm({ requests, byLaw, onClose, onDone }: SeveralFormProps) {
  const first: Action = requests.some(({ step }) => step === 'validation') ? 'validate' : 'endorse';
  const form = useForm<Values>({ defaultValues: { action: first, ids: [], reason: '' } });
  const queries = useQueryClient();
  const action = useWatch({ control: form.control, name: 'action' });
  const waiting = requests.filter(({ step }) => step === STEP_OF[action]);
  const submit = async ({ ids, reason }: Values) => {
    const chosen = ids.filter((id) => waiting.some((request) => request.id === id));
    const { items } = await body(api.POST('/enrolments/decisions', { body: { decisions: chosen.map((id) => ({ id, action, ...(action === 'endorse' ? { reason } : { byLaw: byLaw.includes(id) }) })) } }));
    const failed = items.filter(({ status }) => status === null);
    onClose();
    await queries.invalidateQueries();
    say(text.severalDone(items.length - failed.length));
    onDone(failed.map(({ id, detail }) => `${requests.find((request) => request.id === id)!.agent.displayName}\u202f: ${detail}`));
  };
  return (
    <Form form={form} onSubmit={submit}>
      <Field name="action">
        {(f) => <RadioGroup {...f} label={text.severalAction} options={[{ value: 'validate', label: text.validate }, { value: 'endorse', label: text.endorse }]} />}
      </Field>
      {waiting.length === 0 ? (
        <p>{text.severalNone}</p>
      ) : (
        <Field<string[]> name="ids" validate={(ids) => (ids.some((id) => waiting.some((request) => request.id === id)) ? undefined : text.severalMissing)}>
          {(f) => (
            <CheckboxGroup
              {...f}
              label={text.severalWhich}
              options={waiting.map(({ id, agent, session, costCents, alerts }) => ({ value: id, label: agent.displayName, note: [session.courseTitle, byLaw.includes(id) && text.byLaw, costCents > 0 && text.share(euros(costCents)), ...alerts.map(({ code: alert }) => text.alertsShort[alert])].filter(Boolean).join(' · ') }))}
            />
          )}
        </Field>
      )}
      {action === 'endorse' && (
        <Field name="reason" required={text.signedByMissing}>
          {(f) => <TextArea label={text.signedBy} hint={text.signedByHint} rows={2} maxLength={500} {...f} />}
        </Field>
      )}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting} isDisabled={waiting.length === 0}>
          {text.severalSubmit}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {kit.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
