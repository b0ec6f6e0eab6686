import { useId } from 'react';
import { text } from './text';

interface FileFieldProps {
  label: string;
  hint: string;
  error?: string;
  isRequired?: boolean;
  /** Media types, as the browser wants them. */
  accept?: string;
  onChange: (file: File | null) => void;
}

export function FileField({ label, hint, error, isRequired = false, accept, onChange }: FileFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {isRequired && <span className="label-note"> ({text.required})</span>}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        className="input"
        accept={accept}
        aria-required={isRequired || undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        onChange={({ target }) => onChange(target.files?.[0] ?? null)}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
