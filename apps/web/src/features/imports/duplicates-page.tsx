import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import type { Duplicate, DuplicatePlace } from '../../api/types';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { Tags } from '../../ui/status';
import { duplicatesQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/lieux/doublons');
const options = [
  { value: '', label: text.states.proposed },
  { value: 'dismissed', label: text.states.dismissed },
  { value: 'merged', label: text.states.merged },
];

export function DuplicatesPage() {
  const { etat } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(duplicatesQuery(etat ?? 'proposed'));
  return (
    <>
      <PageHeader title={text.duplicates} lead={text.duplicatesLead} crumbs={[{ label: text.title, to: '/gestion/lieux/imports' }]} />
      <div className="columns columns-start">
        <search>
          <Select
            label={text.state}
            options={options}
            value={etat ?? ''}
            onChange={(value) =>
              void navigate({ search: { etat: value === 'dismissed' || value === 'merged' ? value : undefined }, resetScroll: false })
            }
          />
        </search>
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={Copy} title={text.noDuplicateTitle}>
              {text.noDuplicate}
            </EmptyState>
          }
        >
          {(pairs) => (
            <List label={text.duplicates}>
              {pairs.map((pair) => (
                <Pair key={pair.id} pair={pair} />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}

function Pair({ pair: { id, first, second, reasons } }: { pair: Duplicate }) {
  return (
    <Row
      title={
        <h2>
          <Link to="/gestion/lieux/doublons/$id" params={{ id }}>
            {text.pair(first.name, second.name)}
          </Link>
        </h2>
      }
    >
      <Place place={first} />
      <Place place={second} />
      <Tags items={reasons} />
    </Row>
  );
}

export function Place({ place }: { place: DuplicatePlace }) {
  const where = [place.address, [place.postalCode, place.communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <p>
      {where} <span className="soft">({[text.from(place.source), ...(place.operatorName ? [text.heldBy(place.operatorName)] : [])].join(', ')})</span>
    </p>
  );
}
