import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useController,
  useFormContext,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { ApiProblem } from '../api/problem';
import { Notice } from './notice';
import { text } from './text';
import './form.css';

interface FormProps<V extends FieldValues> {
  form: UseFormReturn<V>;
  /** Throwing an ApiProblem maps each of its errors to the field of the same pointer. */
  onSubmit: (values: V) => Promise<unknown>;
  /** Says what did not happen. */
  refusal?: string;
  children: ReactNode;
}

export function Form<V extends FieldValues>({ form, onSubmit, refusal = text.error, children }: FormProps<V>) {
  const [failure, setFailure] = useState<string>();
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  // Counted when submitted: a notice that went while one corrects would move the page under the pointer.
  const [invalid, setInvalid] = useState(0);
  const { submitCount } = form.formState;

  // After a refusal the reader is taken to what is to be corrected: the first field, else the message.
  useEffect(() => {
    if (submitCount === 0) return;
    (element.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? summary.current)?.focus();
  }, [submitCount]);

  const refuse = (count: number) => {
    setFailure(undefined);
    setInvalid(count);
  };
  const submit = form.handleSubmit(async (values) => {
    refuse(0);
    try {
      await onSubmit(values);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const unmapped = error.errors.filter((item) => !showAtField(form, item));
      if (error.errors.length === 0 || unmapped.length > 0) {
        setFailure([error.detail, ...unmapped.map((item) => item.detail)].join(' '));
      } else setInvalid(error.errors.length);
    }
  }, (errors) => refuse(Object.keys(errors).length));

  return (
    <FormProvider {...form}>
      <form ref={element} className="form" noValidate onSubmit={(event) => void submit(event)}>
        {failure && (
          <div ref={summary} tabIndex={-1}>
            <Notice tone="error" title={refusal}>
              {failure}
            </Notice>
          </div>
        )}
        {!failure && invalid > 0 && (
          <Notice tone="error" title={refusal}>
            {text.formInvalid(invalid)}
          </Notice>
        )}
        {children}
      </form>
    </FormProvider>
  );
}

/** `/slots/0/start` names the field `slots.0.start`. False when the form has no such field. */
function showAtField<V extends FieldValues>(form: UseFormReturn<V>, item: { pointer: string; detail: string }): boolean {
  const name = item.pointer.replace(/^#?\//, '').replaceAll('/', '.') as FieldPath<V>;
  if (form.getValues(name) === undefined) return false;
  form.setError(name, { type: 'server', message: item.detail });
  return true;
}

interface FieldSlot<V> {
  name: string;
  value: V;
  onChange: (value: V) => void;
  onBlur: () => void;
  error?: string;
  isRequired: boolean;
}

interface FieldBindingProps<V> {
  name: string;
  /** The message shown when the field is left empty; its presence makes the field required. */
  required?: string;
  validate?: (value: V) => string | undefined;
  children: (slot: FieldSlot<V>) => ReactNode;
}

/** Ties a field of the kit to the form: `<Field name="title">{(f) => <TextField label="…" {...f} />}</Field>`. */
export function Field<V = string>({ name, required, validate, children }: FieldBindingProps<V>) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    rules: { required, validate: validate && ((value: V) => validate(value) ?? true) },
  });
  return children({
    name,
    value: field.value as V,
    onChange: field.onChange,
    onBlur: field.onBlur,
    error: fieldState.error?.message,
    isRequired: required !== undefined,
  });
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}

