import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { CircleAlert } from 'lucide-react';
import { text } from './text';
import './field.css';

/** What every field of the kit accepts; `Field` in form.tsx provides all but the label and the hint. */
export interface FieldProps<V> {
  label: string;
  hint?: ReactNode;
  error?: string;
  name?: string;
  value?: V;
  onChange?: (value: V) => void;
  onBlur?: () => void;
  isRequired?: boolean;
  isDisabled?: boolean;
}

export function FieldLabel({ label, isRequired, hint }: { label: string; isRequired?: boolean; hint?: ReactNode }) {
  return (
    <>
      <Label className="label">
        {label}
        {isRequired && <span className="label-note"> ({text.required})</span>}
      </Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </>
  );
}

export function FieldMessage({ error }: { error?: string }) {
  return (
    <FieldError className="field-error">
      {error && (
        <>
          <CircleAlert size={18} aria-hidden /> {error}
        </>
      )}
    </FieldError>
  );
}

/** The state that React Aria expects from our `error` string. */
export const validity = (error?: string) => ({ isInvalid: Boolean(error), validationBehavior: 'aria' as const });
