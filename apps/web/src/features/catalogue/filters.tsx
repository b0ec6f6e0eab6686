import { useState, type FormEvent } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { CommuneField } from '../reference/commune-field';
import { DepartementField } from '../reference/departement-field';
import { audiences, modalities, optionsOf, themes, withAll } from './labels';
import type { CatalogueSearch } from './search';
import { text } from './text';

interface FiltersProps {
  search: CatalogueSearch;
  onChange: (change: CatalogueSearch) => void;
}

const themeOptions = withAll(text.everyTheme, optionsOf(themes));
const audienceOptions = withAll(text.everyAudience, optionsOf(audiences));
const modalityOptions = withAll(text.everyModality, optionsOf(modalities));

export function Filters({ search, onChange }: FiltersProps) {
  const [words, setWords] = useState(search.q ?? '');
  const [asked, setAsked] = useState(search.q);
  if (asked !== search.q) {
    // Going back in the browser changes the words too.
    setAsked(search.q);
    setWords(search.q ?? '');
  }
  const [isOpen, setOpen] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ q: words });
  };
  return (
    <search className="filters">
      <form onSubmit={submit} className="stack stack-2">
        <SearchField
          label={text.query}
          value={words}
          onChange={setWords}
          onClear={() => onChange({ q: undefined })}
          placeholder={text.queryExample}
        />
        <Button type="submit">{text.search}</Button>
      </form>
      <div className="filters-toggle">
        <Button variant="secondary" icon={SlidersHorizontal} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? text.hideFilters : text.showFilters}
        </Button>
      </div>
      <div className={isOpen ? 'stack filters-more filters-open' : 'stack filters-more'}>
        <CommuneField placeholder={text.communeExample} value={search.pres} onChange={(pres) => onChange({ pres })} />
        <DepartementField value={search.departement?.[0]} onChange={(departement) => onChange({ departement: departement ? [departement] : undefined })} />
        <Select
          label={text.theme}
          options={themeOptions}
          value={search.theme?.[0] ?? ''}
          onChange={(theme) => onChange({ theme: theme ? [theme] : undefined })}
        />
        <Select
          label={text.audience}
          options={audienceOptions}
          value={search.categorie?.[0] ?? ''}
          onChange={(categorie) => onChange({ categorie: categorie ? [categorie] : undefined })}
        />
        <Select
          label={text.modality}
          options={modalityOptions}
          value={search.modalite?.[0] ?? ''}
          onChange={(modalite) => onChange({ modalite: modalite ? [modalite] : undefined })}
        />
      </div>
    </search>
  );
}
