import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BookOpen, Search, X } from 'lucide-react';
import { useContext, useEffect, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '../../ui/button';
import { useSettled } from '../reference/use-settled';
import { suggestionsQuery } from './queries';
import { text } from './text';
import '../../ui/field.css';
import '../../ui/listbox.css';
import '../../ui/search-field.css';

interface SearchBoxProps {
  words?: string;
  onSearch: (words: string | undefined) => void;
}

/** The words of a search, with suggestions: some finish what is typed, others lead to a course. Enter searches what is typed. */
export function SearchBox({ words = '', onSearch }: SearchBoxProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(words);
  const [asked, setAsked] = useState(words);
  if (asked !== words) {
    // Going back in the browser changes the words too.
    setAsked(words);
    setTyped(words);
  }
  const [isTyping, setTyping] = useState(false);
  const { data } = useQuery(suggestionsQuery(useSettled(isTyping ? typed.trim() : '')));
  const suggestions = (isTyping && typed.trim().length > 1 && data?.items) || [];
  const field = useRef<HTMLInputElement>(null);
  const [box, setBox] = useState<HTMLDivElement | null>(null);

  const search = (sought: string) => {
    setTyping(false);
    setTyped(sought);
    onSearch(sought.trim() || undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(typed);
  };
  // Enter is for what is typed, unless the arrows have gone to a suggestion. Escape takes suggestions away, then the words.
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && suggestions.length) {
      // The browser would empty the field.
      event.preventDefault();
      setTyping(false);
    }
    if (event.key !== 'Enter' || event.target !== field.current || field.current.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    search(typed);
  };
  const choose = (key: unknown) => {
    const chosen = suggestions.find((_, index) => index === Number(key));
    if (key === null || !chosen) return;
    if (chosen.kind === 'words' || !chosen.slug) return search(chosen.text);
    setTyping(false);
    void navigate({ to: '/formations/$slug', params: { slug: chosen.slug } });
  };
  const clear = () => {
    search('');
    field.current?.focus();
  };

  return (
    <form role="search" onSubmit={submit} onKeyDownCapture={onKey} className="course-search">
      <ComboBox
        className="field search-field"
        allowsCustomValue
        menuTrigger="input"
        value={null}
        onChange={choose}
        inputValue={typed}
        onInputChange={(value) => {
          // Choosing and leaving the field write in it too: only what a person types asks for suggestions.
          if (document.activeElement !== field.current || value === typed) return;
          setTyped(value);
          setTyping(true);
        }}
        items={suggestions.map((suggestion, id) => ({ ...suggestion, id }))}
        defaultFilter={() => true}
      >
        <OpenWith suggestions={suggestions} />
        <LeaveThePage around={box} />
        <Label className="label">{text.query}</Label>
        <div ref={setBox} className="search-box" data-empty={!typed || undefined}>
          <Search size={20} aria-hidden />
          <Input ref={field} className="input" type="search" enterKeyHint="search" maxLength={200} placeholder={text.queryExample} />
          {typed && (
            <button type="button" className="search-clear" aria-label={text.clearWords} onClick={clear}>
              <X size={20} aria-hidden />
            </button>
          )}
        </div>
        <Popover className="popover" offset={4} containerPadding={0} UNSTABLE_portalContainer={box ?? undefined}>
          <ListBox className="listbox">
            {({ id, kind, text: words }: { id: number; kind: string; text: string }) => (
              <ListBoxItem id={id} textValue={words} className="listbox-item suggestion">
                {kind === 'course' ? <BookOpen size={18} aria-hidden /> : <Search size={18} aria-hidden />}
                <span>
                  {words}
                  {kind === 'course' && <span className="hint"> {text.suggestedCourse}</span>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Button type="submit">{text.search}</Button>
    </form>
  );
}

/** React Aria opens the list as a letter is typed, when there is nothing to show yet: it opens again as suggestions come. */
function OpenWith({ suggestions }: { suggestions: readonly unknown[] }) {
  const list = useContext(ComboBoxStateContext);
  useEffect(() => {
    if (suggestions.length && list?.isFocused && !list.isOpen) list.open(null, 'input');
    // Only their coming opens it: it may have been closed since, or the field left.
  }, [suggestions]);
  return null;
}

/**
 * React Aria hides the page from screen readers while the list is open, and Tab still goes to what is hidden. Here the list follows its
 * field in the page: nothing is hidden, as around a toast.
 */
function LeaveThePage({ around }: { around: HTMLElement | null }) {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen;
  useLayoutEffect(() => {
    const page = isOpen && around?.closest('body > *');
    if (!page) return;
    page.setAttribute('data-react-aria-top-layer', '');
    return () => page.removeAttribute('data-react-aria-top-layer');
  }, [isOpen, around]);
  return null;
}
