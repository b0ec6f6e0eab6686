import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Button, type ButtonVariant } from './button';
import { Dialog } from './dialog';
import { Field, Form, FormActions } from './form';
import { text } from './text';
import { TextArea } from './text-field';
import { say } from './toasts';

interface Act {
  act: (reason: string) => Promise<unknown>;
  /** What is said once it is done. */
  done: string;
  /** Where to put the focus when the button that was pressed is gone. */
  after?: () => void;
}

function useDone({ done, after }: Omit<Act, 'act'>) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
    say(done);
    after?.();
  };
}

/** Does it at one press: for what can be undone, or harms nobody. Show its `error` next to the button. */
export function useAct({ act, ...rest }: Act) {
  const finish = useDone(rest);
  return useMutation({ mutationFn: () => act(''), onSuccess: finish });
}

interface DecisionProps extends Act {
  /** The verb on the button, and on the one that confirms. */
  label: string;
  /** What a screen reader says when several buttons bear the same verb. */
  name?: string;
  variant?: ButtonVariant;
  icon?: LucideIcon;
  title: string;
  /** The consequences. */
  children: ReactNode;
  isDestructive?: boolean;
  /** Asks why, and does nothing without an answer. */
  reason?: { label: string; hint: string; missing: string };
}

/** A button that states the consequences in a dialog, asks for a reason when one is needed, then does it. */
export function Decision({ label, name, variant = 'secondary', icon, title, ...rest }: DecisionProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant={variant} icon={icon} aria-label={name} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close} role="alertdialog">
        <DecisionForm {...rest} label={label} onClose={close} />
      </Dialog>
    </>
  );
}

interface DecisionFormProps extends Omit<DecisionProps, 'name' | 'variant' | 'icon' | 'title'> {
  onClose: () => void;
}

function DecisionForm({ label, act, children, reason, isDestructive, onClose, ...rest }: DecisionFormProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const finish = useDone(rest);
  const submit = async (values: { reason: string }) => {
    await act(values.reason);
    onClose();
    await finish();
  };
  return (
    <Form form={form} onSubmit={submit}>
      <div className="stack">{children}</div>
      {reason && (
        <Field name="reason" required={reason.missing}>
          {(f) => <TextArea label={reason.label} hint={reason.hint} rows={3} maxLength={500} {...f} />}
        </Field>
      )}
      <FormActions>
        <Button type="submit" variant={isDestructive ? 'danger' : 'primary'} isPending={form.formState.isSubmitting}>
          {label}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {text.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
