import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Button } from '../../ui/button';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { TextField } from '../../ui/text-field';
import { Shelf } from './shelf';
import { text } from './text';

// The page shows before this heavier field is there.
const CommuneField = lazy(async () => ({ default: (await import('../reference/commune-field')).CommuneField }));

export function Hero() {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [commune, setCommune] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/formations', search: { q: words || undefined, pres: commune || undefined } });
  };
  return (
    <div className="hero">
      <PageHeader title={text.title} documentTitle={text.documentTitle} lead={text.lead} />
      <Shelf />
      <search className="hero-search">
        <form onSubmit={submit}>
          <SearchField label={text.query} placeholder={text.queryExample} value={words} onChange={setWords} />
          <Suspense fallback={<TextField label={text.near} isDisabled />}>
            <CommuneField label={text.near} placeholder={text.nearHint} value={commune} onChange={setCommune} />
          </Suspense>
          <Button type="submit" icon={Search}>
            {text.search}
          </Button>
        </form>
      </search>
    </div>
  );
}
