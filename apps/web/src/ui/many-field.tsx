import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ComboBox } from './combo-box';
import type { Option } from './choice';
import type { FieldProps } from './field';
import { text } from './text';
import './chip.css';

interface ManyFieldProps<V extends string> extends FieldProps<V[]> {
  options: Option<V>[];
  placeholder?: string;
  /** As for a ComboBox: given, what is typed is searched on the server. `options` must then hold those chosen too. */
  inputValue?: string;
  onInputChange?: (typed: string) => void;
}

/** Several values of a long list: each is found by its first letters, then shown with a button that takes it off. */
export function ManyField<V extends string>({ options, value = [], onChange, name: _name, onBlur: _blur, ...rest }: ManyFieldProps<V>) {
  const field = useRef<HTMLDivElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  // The box is a new one for each choice, empty: it takes the focus of the one before.
  const isLeft = useRef(false);
  const chosen = value.join();
  useEffect(() => {
    if (isLeft.current) field.current?.querySelector('input')?.focus();
    isLeft.current = false;
  }, [chosen]);
  const remove = (one: V, index: number) => {
    // The button that was pressed goes: its neighbour takes the focus, else the field.
    const buttons = [...(chips.current?.querySelectorAll('button') ?? [])];
    const next = buttons[index + 1] ?? buttons[index - 1];
    next?.focus();
    isLeft.current = !next;
    onChange?.(value.filter((other) => other !== one));
  };
  return (
    <div ref={field} className="stack stack-2">
      <ComboBox
        {...rest}
        key={chosen}
        opensOnFocus={false}
        value=""
        options={options.filter((option) => !value.includes(option.value))}
        onChange={(one) => {
          if (!one) return;
          isLeft.current = true;
          onChange?.([...value, one as V]);
        }}
      />
      {value.length > 0 && (
        <ul ref={chips} className="chip-list" aria-label={rest.label}>
          {value.map((one, index) => {
            const label = options.find((option) => option.value === one)?.label ?? one;
            return (
              <li key={one}>
                <button type="button" className="chip" aria-label={text.takeOff(label)} onClick={() => remove(one, index)}>
                  {label} <X size={18} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
