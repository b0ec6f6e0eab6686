import { useId, useRef, useState, type FormEvent } from 'react';
import { LocateFixed, SlidersHorizontal } from 'lucide-react';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { withAll } from '../catalogue/labels';
import { CommuneField } from '../reference/commune-field';
import { DepartementField } from '../reference/departement-field';
import { isNear, radiusOf } from './queries';
import { radii, type VenueSearch } from './search';
import { cares, fees, labels, publics, services } from './services';
import { text } from './text';

interface FiltersProps {
  search: VenueSearch;
  onChange: (change: VenueSearch) => void;
}

const named = <V extends string>(everything: string, values: readonly V[]) => withAll(everything, values.map((value) => ({ value, label: value })));
const serviceOptions = named(text.everyService, services);
const publicOptions = named(text.everyPublic, publics);
const careOptions = named(text.everyCare, cares);
const feeOptions = named(text.everyFee, fees);
const labelOptions = named(text.everyLabel, labels);
const radiusOptions = radii.map((value) => ({ value, label: text.kilometres(value) }));

export function VenueFilters({ search, onChange }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <search className="place-filters" aria-label={text.searchLabel}>
      <Words search={search} onChange={onChange} />
      <Around search={search} onChange={onChange} />
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

/** Three decimals are about a hundred metres: enough to sort places, and no one's doorstep. */
const rounded = (degrees: number) => String(Number(degrees.toFixed(3)));

function Around({ search, onChange }: FiltersProps) {
  const [state, setState] = useState<'asking' | 'refused'>();
  const commune = useRef<HTMLDivElement>(null);
  const isHere = Boolean(search.lat && search.lon && !search.pres);
  const refuse = () => {
    setState('refused');
    commune.current?.querySelector('input')?.focus();
  };
  const locate = () => {
    if (!('geolocation' in navigator)) return refuse();
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState(undefined);
        onChange({ lat: rounded(coords.latitude), lon: rounded(coords.longitude), pres: undefined, tri: undefined });
      },
      refuse,
      { timeout: 10_000, maximumAge: 300_000 },
    );
  };
  return (
    <div className="stack stack-2">
      <div ref={commune}>
        <CommuneField
          key={isHere ? 'here' : 'commune'}
          label={text.aroundCommune}
          value={search.pres}
          onChange={(pres) => onChange({ pres: pres || undefined, lat: undefined, lon: undefined, tri: undefined })}
        />
      </div>
      <div className="chips">
        <Button variant="secondary" icon={LocateFixed} isPending={state === 'asking'} onPress={locate}>
          {text.aroundMe}
        </Button>
        {isHere && (
          <Button variant="quiet" onPress={() => onChange({ lat: undefined, lon: undefined })}>
            {text.forgetPosition}
          </Button>
        )}
      </div>
      <div role="status">
        {state === 'refused' && <Notice tone="info" title={text.positionRefused}>{text.positionFallback}</Notice>}
        {isHere && <p className="small">{text.positionKnown}</p>}
      </div>
      {isNear(search) && (
        <Select label={text.radius} options={radiusOptions} value={String(radiusOf(search)) as (typeof radii)[number]} onChange={(rayon) => onChange({ rayon })} />
      )}
    </div>
  );
}

function MoreFilters({ search, onChange }: FiltersProps) {
  const moment = useId();
  return (
    <div className="place-filters place-filters-all">
      <Select label={text.service} options={serviceOptions} value={search.service ?? ''} onChange={(service) => onChange({ service: service || undefined })} />
      <Select label={text.public} options={publicOptions} value={search.public ?? ''} onChange={(value) => onChange({ public: value || undefined })} />
      <Select label={text.care} options={careOptions} value={search.soin ?? ''} onChange={(soin) => onChange({ soin: soin || undefined })} />
      <Select label={text.fee} options={feeOptions} value={search.frais ?? ''} onChange={(frais) => onChange({ frais: frais || undefined })} />
      <Select label={text.label} options={labelOptions} value={search.label ?? ''} onChange={(label) => onChange({ label: label || undefined })} />
      <DepartementField value={search.departement} onChange={(departement) => onChange({ departement: departement || undefined })} />
      <div className="field">
        <label htmlFor={moment}>{text.openAt}</label>
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
