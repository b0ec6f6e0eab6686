import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  note?: ReactNode;
}

function OptionText({ label, note }: { label: string; note?: ReactNode }) {
  return (
    <span>
      {label}
      {(note || note === 0) && <span className="hint"> {note}</span>}
    </span>
  );
}

export function Checkbox({ label, hint, error, value, onChange, ...rest }: FieldProps<boolean>) {
  return (
    <div className="field">
      <AriaCheckbox {...rest} {...validity(error)} isSelected={value} onChange={onChange} className="choice">
        <span className="box">
          <Check size={18} strokeWidth={3} aria-hidden />
        </span>
        <OptionText label={label} note={hint} />
      </AriaCheckbox>
      {error && <p className="field-error">{error}</p>}
    </div>
  );
}

interface ChoiceProps<V> extends FieldProps<V> {
  options: Option[];
}

export function CheckboxGroup({ label, hint, error, options, ...rest }: ChoiceProps<string[]>) {
  return (
    <AriaCheckboxGroup {...rest} {...validity(error)} className="field">
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <div className="choices">
        {options.map((option) => (
          <AriaCheckbox key={option.value} value={option.value} className="choice">
            <span className="box">
              <Check size={18} strokeWidth={3} aria-hidden />
            </span>
            <OptionText {...option} />
          </AriaCheckbox>
        ))}
      </div>
      <FieldMessage error={error} />
    </AriaCheckboxGroup>
  );
}

/** Nothing chosen is null for React Aria, unless a choice says so: with an unknown value, Tab would pass the group by. */
export function RadioGroup({ label, hint, error, options, value, ...rest }: ChoiceProps<string>) {
  return (
    <AriaRadioGroup {...rest} {...validity(error)} value={options.some((option) => option.value === value) ? value : null} className="field">
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            <span className="box round" />
            <OptionText {...option} />
          </Radio>
        ))}
      </div>
      <FieldMessage error={error} />
    </AriaRadioGroup>
  );
}
