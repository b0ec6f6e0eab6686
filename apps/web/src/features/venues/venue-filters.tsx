import { useId, useState, type FormEvent } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { SearchField } from '../../ui/search-field';
import { ComboBox } from '../../ui/combo-box';
import { MultiSelect } from '../../ui/multi-select';
import { Around } from '../reference/around';
import { DepartementField } from '../reference/departement-field';
import { radiusOf } from './queries';
import { radii, type Radius, type VenueSearch } from './search';
import { cares, fees, labels, publics, services } from './services';
import { text } from './text';
import { typologies, typologyNames, type Typology } from './typologies';

interface FiltersProps {
  search: VenueSearch;
  onChange: (change: VenueSearch) => void;
}

const options = <V extends string>(values: readonly V[]) => values.map((value) => ({ value, label: value }));
const typologyOptions = typologies.map((value) => ({ value, label: typologyNames[value] }));

export function VenueFilters({ search, onChange }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <search className="place-filters" aria-label={text.searchLabel}>
      <Words search={search} onChange={onChange} />
      <Around
        near={search}
        radius={String(radiusOf(search)) as Radius}
        radii={radii}
        onMove={(near) => onChange({ ...near, tri: undefined })}
        onRadius={(rayon) => onChange({ rayon })}
      />
      <div className="chips place-filters-all">
        <Checkbox
          label={text.openNow}
          value={search.ouvert === 'maintenant'}
          onChange={(on) => onChange({ ouvert: on ? 'maintenant' : undefined })}
        />
        <Checkbox
          label={text.accessible}
          value={search.accessible === 'oui'}
          onChange={(on) => onChange({ accessible: on ? 'oui' : undefined })}
        />
        <Checkbox label={text.charter} value={search.charte === 'oui'} onChange={(on) => onChange({ charte: on ? 'oui' : undefined })} />
      </div>
      <div className="place-filters-all">
        <Button variant="secondary" icon={SlidersHorizontal} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? text.fewerFilters : text.moreFilters}
        </Button>
      </div>
      {isOpen && <MoreFilters search={search} onChange={onChange} />}
    </search>
  );
}

function Words({ search, onChange }: FiltersProps) {
  const [words, setWords] = useState(search.q ?? '');
  const [asked, setAsked] = useState(search.q);
  if (asked !== search.q) {
    // Going back in the browser changes the words too.
    setAsked(search.q);
    setWords(search.q ?? '');
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ q: words });
  };
  return (
    <form onSubmit={submit} className="place-words">
      <SearchField label={text.query} value={words} onChange={setWords} onClear={() => onChange({ q: undefined })} />
      <Button type="submit">{text.search}</Button>
    </form>
  );
}

const some = <V,>(values: V[]): V[] | undefined => (values.length ? values : undefined);

function MoreFilters({ search, onChange }: FiltersProps) {
  const moment = useId();
  return (
    <div className="place-filters place-filters-all">
      <MultiSelect label={text.service} placeholder={text.everyService} options={options(services)} value={search.service} onChange={(service) => onChange({ service: some(service) })} />
      <MultiSelect label={text.public} placeholder={text.everyPublic} options={options(publics)} value={search.public} onChange={(value) => onChange({ public: some(value) })} />
      <MultiSelect label={text.care} placeholder={text.everyCare} options={options(cares)} value={search.soin} onChange={(soin) => onChange({ soin: some(soin) })} />
      <MultiSelect label={text.fee} placeholder={text.everyFee} options={options(fees)} value={search.frais} onChange={(frais) => onChange({ frais: some(frais) })} />
      <MultiSelect label={text.label} placeholder={text.everyLabel} options={options(labels)} value={search.label} onChange={(label) => onChange({ label: some(label) })} />
      <ComboBox
        label={text.typology}
        placeholder={text.everyTypology}
        options={typologyOptions.filter(({ value }) => !search.typologie?.includes(value))}
        key={search.typologie?.join()}
        value=""
        onChange={(value) => value && onChange({ typologie: [...(search.typologie ?? []), value as Typology] })}
      />
      <DepartementField value={search.departement} onChange={(departement) => onChange({ departement: departement || undefined })} />
      <div className="field">
        <label htmlFor={moment} className="label">{text.openAt}</label>
        <input
          id={moment}
          type="datetime-local"
          className="input"
          value={search.ouvert && search.ouvert !== 'maintenant' ? search.ouvert : ''}
          onChange={({ target }) => onChange({ ouvert: target.value.slice(0, 16) || undefined })}
        />
      </div>
    </div>
  );
}
