import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ShowMore } from './list';
import { Loaded } from './loaded';

interface LoadedPagesProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** Usually an EmptyState. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that comes by pages: what has come of it and the way to the rest, or what to do when it is empty. */
export function LoadedPages<T>({ query, empty, children }: LoadedPagesProps<T>) {
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return empty;
        return (
          <div>
            {children(items)}
            <ShowMore query={query} shown={items.length} />
          </div>
        );
      }}
    </Loaded>
  );
}
