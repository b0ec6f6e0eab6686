import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { api, body } from '../../api/client';
import type { TrainerCard } from '../../api/types';
import { Button } from '../../ui/button';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { SearchField } from '../../ui/search-field';
import { Status } from '../../ui/status';
import { named, themes } from '../catalogue/labels';
import { text } from './text';

const route = getRouteApi('/gestion/formateurs');

const trainersQuery = (q?: string) =>
  infiniteQueryOptions({
    queryKey: ['trainers', 'list', q],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => body(api.GET('/trainers', { params: { query: { q, limit: 25, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

/** The trainers of the pool who can be given a session, with what they teach. */
export function TrainersPage() {
  const { q } = route.useSearch();
  const query = useInfiniteQuery(trainersQuery(q));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns columns-start">
        <Search key={q ?? ''} q={q} />
        <LoadedPages
          query={query}
          empty={
            <EmptyState icon={SearchX} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          }
        >
          {(trainers) => (
            <List label={text.list}>
              {trainers.map((trainer) => (
                <TrainerRow key={trainer.id} trainer={trainer} />
              ))}
            </List>
          )}
        </LoadedPages>
      </div>
    </>
  );
}

function TrainerRow({ trainer: { id, displayName, specialities, competencies } }: { trainer: TrainerCard }) {
  return (
    <Row
      title={
        <h2>
          <Link to="/gestion/formateurs/$id" params={{ id }}>
            {displayName}
          </Link>
        </h2>
      }
      meta={<span>{specialities.map((code) => named(themes, code)).join(', ')}</span>}
      status={competencies.length === 0 && <Status tone="waiting">{text.teachesNothing}</Status>}
    >
      {competencies.length > 0 && <p className="small">{text.teaches(competencies)}</p>}
    </Row>
  );
}

function Search({ q }: { q?: string }) {
  const navigate = route.useNavigate();
  const [words, setWords] = useState(q ?? '');
  const show = (typed?: string) => void navigate({ search: { q: typed }, resetScroll: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(words);
  };
  return (
    <search>
      <form onSubmit={submit} className="stack stack-2">
        <SearchField label={text.query} value={words} onChange={setWords} onClear={() => show()} />
        <Button type="submit" variant="secondary">
          {text.search}
        </Button>
      </form>
    </search>
  );
}
