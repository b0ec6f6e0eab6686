import { parseDate, parseTime } from '@internationalized/date';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';

const segments = (
  <DateInput className="input segments">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>
);

interface DateFieldProps extends FieldProps<string> {
  /** ISO dates, as the value: `2027-01-12`. */
  minValue?: string;
  maxValue?: string;
}

/** A day typed JJ/MM/AAAA; its value is the ISO date. */
export function DateField({ label, hint, error, value, onChange, minValue, maxValue, ...rest }: DateFieldProps) {
  return (
    <AriaDateField
      {...rest}
      {...validity(error)}
      className="field"
      shouldForceLeadingZeros
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange?.(date?.toString() ?? '')}
      minValue={minValue ? parseDate(minValue) : undefined}
      maxValue={maxValue ? parseDate(maxValue) : undefined}
    >
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      {segments}
      <FieldMessage error={error} />
    </AriaDateField>
  );
}

/** A time of day on 24 hours; its value is `HH:MM`. */
export function TimeField({ label, hint, error, value, onChange, ...rest }: FieldProps<string>) {
  return (
    <AriaTimeField
      {...rest}
      {...validity(error)}
      className="field"
      hourCycle={24}
      shouldForceLeadingZeros
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange?.(time?.toString().slice(0, 5) ?? '')}
    >
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      {segments}
      <FieldMessage error={error} />
    </AriaTimeField>
  );
}
