import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';
import './number-field.css';

interface NumberFieldProps extends FieldProps<number> {
  minValue?: number;
  maxValue?: number;
  step?: number;
  formatOptions?: Intl.NumberFormatOptions;
}

/** An amount in cents, typed in euros; null when the field is empty. */
export const MoneyField = ({ value, onChange, ...rest }: FieldProps<number | null>) => (
  <NumberField
    {...rest}
    minValue={0}
    formatOptions={{ style: 'currency', currency: 'EUR', minimumFractionDigits: 0, maximumFractionDigits: 2 }}
    value={value === null || value === undefined ? Number.NaN : value / 100}
    onChange={(typed) => onChange?.(Number.isNaN(typed) ? null : Math.round(typed * 100))}
  />
);

export function NumberField({ label, hint, error, value, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} {...validity(error)} value={value ?? Number.NaN} className="field">
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <Group className="stepper">
        <Button slot="decrement" className="stepper-button">
          <Minus size={20} aria-hidden />
        </Button>
        <Input className="input" />
        <Button slot="increment" className="stepper-button">
          <Plus size={20} aria-hidden />
        </Button>
      </Group>
      <FieldMessage error={error} />
    </AriaNumberField>
  );
}
