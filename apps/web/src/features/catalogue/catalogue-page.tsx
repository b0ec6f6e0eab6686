import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import type { CoursePage } from '../../api/types';
import { ActiveFilters } from '../../ui/active-filters';
import { List, ShowMore } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { useCommuneName } from '../reference/use-commune-name';
import { KeepSearch } from '../searches/keep-search';
import { namedFilters, proposedName } from './active';
import { filtersOf } from './api-filters';
import { CourseRow } from './course-row';
import { Filters } from './filters';
import { NoCourse } from './no-course';
import { coursesQuery } from './queries';
import { ResultNotes } from './result-notes';
import { SearchBox } from './search-box';
import type { CatalogueSearch } from './search';
import { Sorts } from './sorts';
import { text } from './text';
import { useDepartementNames } from './use-departement-names';
import './catalogue.css';

const route = getRouteApi('/formations');
const NO_FACETS: CoursePage['facets'] = [];

export function CataloguePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(coursesQuery(search));
  useDepartementNames(search.departement);
  const filters = namedFilters(search, useCommuneName(search.pres));
  const first = query.data?.pages[0];

  const change = (part: CatalogueSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });
  const results = useRef<HTMLElement>(null);
  const seeResults = () => {
    results.current?.focus({ preventScroll: true });
    results.current?.scrollIntoView();
  };
  const clear = () => void navigate({ search: {}, resetScroll: false });
  /** What was pressed in an empty list goes with it. */
  const seeingResults = <A extends unknown[]>(act: (...args: A) => void) => (...args: A) => {
    act(...args);
    results.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-6">
        <SearchBox words={search.q} onSearch={(q) => change({ q, tri: undefined })} />
        <div className="asked">
          <ActiveFilters filters={filters} onChange={change} onClear={clear} clearLabel={text.clearFilters} />
          <KeepSearch filters={filtersOf(search)} name={proposedName(search, filters)} />
        </div>
        <div className="columns columns-start">
          <Filters search={search} facets={first?.facets ?? NO_FACETS} active={filters.length - (search.q ? 1 : 0)} onChange={change} onSeeResults={seeResults} />
          <section ref={results} tabIndex={-1} aria-labelledby="results" className="stack stack-6" aria-busy={query.isPlaceholderData}>
            <h2 id="results" className="visually-hidden">
              {text.results}
            </h2>
            <p role="status" className="visually-hidden">
              {first && !query.isPlaceholderData && text.count(first.total)}
            </p>
            <Loaded query={query} pending={<Skeleton lines={9} />}>
              {({ pages }) => {
                const [page] = pages as [CoursePage];
                const courses = pages.flatMap(({ items }) => items);
                if (courses.length === 0)
                  return (
                    <>
                      <ResultNotes page={page} />
                      <NoCourse search={search} page={page} filters={filters} onChange={seeingResults(change)} onClear={seeingResults(clear)} />
                    </>
                  );
                return (
                  <>
                    <div className="results-head">
                      <p>{text.count(page.total)}</p>
                      <Sorts search={search} onChange={change} />
                    </div>
                    <ResultNotes page={page} />
                    <List>
                      {courses.map((course) => (
                        <CourseRow key={course.id} course={course} />
                      ))}
                    </List>
                    <ShowMore query={query} shown={courses.length} total={page.total} />
                  </>
                );
              }}
            </Loaded>
          </section>
        </div>
      </div>
    </>
  );
}
