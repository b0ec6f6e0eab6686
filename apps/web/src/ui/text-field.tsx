import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';

interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url';
  maxLength?: number;
}

export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} {...validity(error)} className="field">
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <Input className="input" />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}

interface TextAreaProps extends FieldProps<string> {
  rows?: number;
  maxLength?: number;
}

export function TextArea({ label, hint, error, rows = 5, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} {...validity(error)} className="field">
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <AriaTextArea className="input" rows={rows} />
      <FieldMessage error={error} />
    </AriaTextField>
  );
}
