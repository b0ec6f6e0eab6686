import { Field } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { TextArea } from '../../ui/text-field';

interface LinesFieldProps {
  name: string;
  label: string;
  hint: string;
  max: number;
  tooMany: string;
  length: number;
  tooLong: string;
  rows?: number;
}

/** A list typed one item per line. */
export function LinesField({ name, label, hint, max, tooMany, length, tooLong, rows }: LinesFieldProps) {
  const validate = (typed: string) => {
    const lines = linesOf(typed);
    if (lines.length > max) return tooMany;
    return lines.some((line) => line.length > length) ? tooLong : undefined;
  };
  return (
    <Field name={name} validate={validate}>
      {(f) => <TextArea label={label} hint={hint} rows={rows} {...f} />}
    </Field>
  );
}
