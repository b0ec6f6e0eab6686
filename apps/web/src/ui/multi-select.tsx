import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import type { Option } from './choice';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';
import { text } from './text';
import './listbox.css';

interface MultiSelectProps<V extends string> extends FieldProps<V[]> {
  options: Option<V>[];
  placeholder?: string;
}

/** Several values of a list that does not deserve a whole group of boxes: filters, for instance. */
export function MultiSelect<V extends string>(props: MultiSelectProps<V>) {
  const { label, hint, error, options, value = [], onChange, placeholder = text.choose, ...rest } = props;
  const shown = value.length > 1 ? text.chosen(value.length) : options.find((option) => option.value === value[0])?.label;
  return (
    <AriaSelect
      {...rest}
      {...validity(error)}
      className="field"
      selectionMode="multiple"
      value={value}
      onChange={(keys) => onChange?.(options.map((option) => option.value).filter((one) => keys.includes(one)))}
    >
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <Button className="input select-button">
        <SelectValue className="select-value">{shown ?? placeholder}</SelectValue>
        <ChevronDown size={20} aria-hidden />
      </Button>
      <FieldMessage error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="listbox-item listbox-several">
              <Check size={18} strokeWidth={3} aria-hidden />
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
