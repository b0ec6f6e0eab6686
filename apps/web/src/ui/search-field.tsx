import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import type { FieldProps } from './field';
import { text } from './text';
import './field.css';
import './search-field.css';

interface SearchFieldProps extends Omit<FieldProps<string>, 'hint' | 'error'> {
  placeholder?: string;
  onSubmit?: (value: string) => void;
  onClear?: () => void;
}

export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="field search-field">
      <Label className="label">{label}</Label>
      <div className="search-box">
        <Search size={20} aria-hidden />
        <Input className="input" placeholder={placeholder} />
        <Button className="search-clear" aria-label={text.clear}>
          <X size={20} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}
