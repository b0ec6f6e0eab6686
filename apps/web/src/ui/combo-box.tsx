import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Option } from './choice';
import { FieldLabel, FieldMessage, validity, type FieldProps } from './field';
import { text } from './text';
import './listbox.css';

interface ComboBoxProps extends FieldProps<string> {
  options: Option[];
  /** What the person typed: give it to search on the server, options are then not filtered here. */
  inputValue?: string;
  onInputChange?: (typed: string) => void;
  placeholder?: string;
  /** Its list opens when it takes the focus, unless told otherwise: then when one types. */
  opensOnFocus?: boolean;
}

export function ComboBox(props: ComboBoxProps) {
  const { label, hint, error, options, value, onChange, inputValue, onInputChange, placeholder, opensOnFocus = true, ...rest } = props;
  const searchesOnServer = onInputChange !== undefined;
  // What is typed is ours when the server searches: what is chosen is written in its place.
  const choose = (value: string) => {
    const chosen = options.find((option) => option.value === value);
    if (chosen) onInputChange?.(chosen.label);
    onChange?.(value);
  };
  return (
    <AriaComboBox
      {...rest}
      {...validity(error)}
      className="field"
      value={value || null}
      onChange={(key) => choose(String(key ?? ''))}
      {...(searchesOnServer
        ? { inputValue, onInputChange, items: options, defaultFilter: () => true }
        : { defaultItems: options })}
      allowsEmptyCollection
      menuTrigger={searchesOnServer || !opensOnFocus ? 'input' : 'focus'}
    >
      <FieldLabel label={label} hint={hint} isRequired={rest.isRequired} />
      <div className="combo">
        <Input className="input" placeholder={placeholder} />
        <Button className="combo-button">
          <ChevronDown size={20} aria-hidden />
        </Button>
      </div>
      <FieldMessage error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" renderEmptyState={() => <p className="listbox-empty">{text.noSuggestion}</p>}>
          {(option: Option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="listbox-item">
              {option.label}
              {option.note && <span className="hint"> {option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
