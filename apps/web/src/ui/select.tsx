import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import type { Option } from './choice';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';
import { text } from './text';
import './listbox.css';

interface SelectProps<V extends string> extends FieldProps<V> {
  options: Option<V>[];
  placeholder?: string;
}

/** For lists of up to thirty choices; beyond, use ComboBox. An option with an empty value means “all”. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hint, error, options, value, onChange, placeholder = text.choose, ...rest } = props;
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key);
    if (chosen) onChange?.(chosen.value);
  };
  return (
    <AriaSelect
      {...rest}
      {...validity(error)}
      className="field"
      placeholder={placeholder}
      value={value ?? null}
      onChange={choose}
    >
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={20} aria-hidden />
      </Button>
      <FieldMessage error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="listbox-item">
              {option.label}
              {option.note && <span className="hint"> {option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
