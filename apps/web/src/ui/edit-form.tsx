import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useForm, type DefaultValues, type FieldValues } from 'react-hook-form';
import { ApiProblem } from '../api/problem';
import { Button, type ButtonVariant } from './button';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { text } from './text';
import { say } from './toasts';

interface EditFormProps<T extends { version: number }, V extends FieldValues> {
  loaded: T;
  valuesOf: (thing: T) => V;
  /** Sends what was typed, with the version it was typed from. */
  save: (values: V, base: T) => Promise<T>;
  reload: () => Promise<T>;
  /** The verb on the button, and what is said once it is saved. */
  label: string;
  done: string;
  variant?: ButtonVariant;
  /** Where to go once it is saved. */
  after?: () => void;
  children: ReactNode;
}

/** A form on something that others may edit: it never overwrites their work, and never loses what was typed here. */
export function EditForm<T extends { version: number }, V extends FieldValues>(props: EditFormProps<T, V>) {
  const { loaded, valuesOf, save, reload, label, done, variant, after, children } = props;
  const [base, setBase] = useState(loaded);
  const [isStale, setStale] = useState(false);
  const queries = useQueryClient();
  const form = useForm<V>({ defaultValues: valuesOf(loaded) as DefaultValues<V> });
  const { isDirty, isSubmitting } = form.formState;

  const startFrom = (thing: T) => {
    setBase(thing);
    setStale(false);
    form.reset(valuesOf(thing));
  };
  useEffect(() => {
    if (loaded.version > base.version && !isDirty) startFrom(loaded);
  });

  const submit = async (values: V) => {
    try {
      startFrom(await save(values, base));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      setStale(true);
      return;
    }
    await queries.invalidateQueries();
    say(done);
    after?.();
  };

  return (
    <Form form={form} onSubmit={submit}>
      {children}
      {isStale && (
        <Notice
          tone="error"
          title={text.staleTitle}
          actions={
            <Button variant="secondary" onPress={() => void reload().then(startFrom)}>
              {text.takeSaved}
            </Button>
          }
        >
          {text.stale}
        </Notice>
      )}
      <FormActions>
        <Button type="submit" variant={variant} isPending={isSubmitting}>
          {label}
        </Button>
      </FormActions>
    </Form>
  );
}
