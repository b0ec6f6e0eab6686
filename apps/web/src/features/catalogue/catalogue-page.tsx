import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { CourseRow } from './course-row';
import { Filters } from './filters';
import { optionsOf } from './labels';
import { coursesQuery } from './queries';
import type { CatalogueSearch } from './search';
import { text } from './text';
import './catalogue.css';

const route = getRouteApi('/formations');

export function CataloguePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(coursesQuery(search));

  const change = (part: CatalogueSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), resetScroll: false });
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    void navigate({ search: {} });
    setCleared(cleared + 1);
  };
  const clearButton = (
    <Button variant="secondary" onPress={clear}>
      {text.clearFilters}
    </Button>
  );
  const isFiltered = Object.values(search).some(Boolean);

  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns columns-start">
        <Filters key={cleared} search={search} onChange={change} />
        <section aria-labelledby="results" className="stack stack-6">
          <h2 id="results" className="visually-hidden">
            {text.results}
          </h2>
          <Loaded query={query} pending={<Skeleton lines={9} />}>
            {({ pages }) => {
              const courses = pages.flatMap((page) => page.items);
              const total = pages[0]?.total;
              if (courses.length === 0) {
                return (
                  <EmptyState icon={SearchX} title={text.noneTitle} actions={clearButton}>
                    {text.none}
                  </EmptyState>
                );
              }
              return (
                <>
                  <div className="results-head">
                    <p role="status">{text.count(total ?? courses.length)}</p>
                    {isFiltered && clearButton}
                    <Select
                      label={text.sort}
                      options={optionsOf(text.sorts)}
                      value={search.tri === 'date' || search.tri === 'titre' ? search.tri : ''}
                      onChange={(tri) => change({ tri: tri || undefined })}
                    />
                  </div>
                  <List>
                    {courses.map((course) => (
                      <CourseRow key={course.id} course={course} />
                    ))}
                  </List>
                  <ShowMore query={query} shown={courses.length} total={total} />
                </>
              );
            }}
          </Loaded>
        </section>
      </div>
    </>
  );
}
