import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { BellPlus, BellRing } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/me';
import type { SearchFilters } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { asksNothing, asksTheSame } from '../catalogue/api-filters';
import { KeepForm } from './keep-form';
import { savedSearchesQuery } from './queries';
import { text } from './text';
import './searches.css';

interface KeepSearchProps {
  filters: SearchFilters;
  /** Proposed; the person may change it. */
  name: string;
}

/** Keeps the search on screen, or says that it is kept. */
export function KeepSearch({ filters, name }: KeepSearchProps) {
  const me = useMe();
  const here = useRouterState({ select: ({ location }) => location.href });
  if (me === undefined || asksNothing(filters)) return null;
  if (me) return <Keep filters={filters} name={name} />;
  return (
    <div>
      <LinkButton to="/connexion" search={{ retour: here }} variant="quiet" icon={BellPlus}>
        {text.keepSignedOut}
      </LinkButton>
    </div>
  );
}

function Keep({ filters, name }: KeepSearchProps) {
  const { data } = useQuery(savedSearchesQuery);
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const kept = data?.find((search) => asksTheSame(search.filters, filters));
  const [keeping, setKeeping] = useState(false);
  // The button that was pressed is gone: what is said in its place takes the focus.
  useEffect(() => {
    if (!keeping || !kept || isOpen) return;
    place.current?.focus();
    setKeeping(false);
  }, [keeping, kept, isOpen]);
  if (!data) return null;
  return (
    <div ref={place} tabIndex={-1} className="kept">
      {kept ? (
        <>
          <BellRing size={20} aria-hidden />
          <p>
            {text.keptAs(kept.name)} <Link to="/mes-recherches">{text.seeAll}</Link>
          </p>
        </>
      ) : (
        <Button variant="secondary" icon={BellPlus} onPress={() => setOpen(true)}>
          {text.keep}
        </Button>
      )}
      <Dialog title={text.keep} isOpen={isOpen} onClose={() => setOpen(false)}>
        <KeepForm
          filters={filters}
          name={name}
          onKept={() => {
            setKeeping(true);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </div>
  );
}
