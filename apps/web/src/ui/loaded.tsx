import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem';
import { Button } from './button';
import { Notice } from './notice';
import { PageHeader } from './page-header';
import { text } from './text';
import './progress.css';

/** Grey lines the size of what is coming, announced once. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{text.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}

interface ProgressProps {
  label: string;
  value: number;
  max: number;
}

export function Progress({ label, value, max }: ProgressProps) {
  return (
    <div className="stack stack-1">
      <span className="small">{label}</span>
      <progress className="progress" value={value} max={max} aria-label={label} />
    </div>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  pending?: ReactNode;
  /** For what makes the whole page. Shown when the server answers 404: also what a person may not see. */
  missing?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The three states of anything that comes from the server. */
export function Loaded<T>({ query, pending, missing, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return pending ?? <Skeleton />;
  const problem = query.error instanceof ApiProblem ? query.error : undefined;
  const detail = problem?.errors.length ? problem.errors.map((error) => error.detail).join(' ') : problem?.detail;
  if (missing && problem?.status === 404) return missing;
  // What is wrong in the address stays wrong, however often it is asked.
  const retry = problem?.status !== 422 && (
    <Button variant="secondary" onPress={() => void query.refetch()} isPending={query.isFetching}>
      {text.retry}
    </Button>
  );
  return missing ? (
    <PageHeader title={text.loadFailed} lead={detail} actions={retry} />
  ) : (
    <Notice tone="error" title={text.loadFailed} actions={retry}>
      {detail}
    </Notice>
  );
}
