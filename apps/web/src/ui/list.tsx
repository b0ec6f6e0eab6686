import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from './button';
import { text } from './text';
import './list.css';

/** A list whose rows are parted by white and a thin line; rows are usually `Row`. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** A DateBlock, or nothing. */
  aside?: ReactNode;
  title: ReactNode;
  meta?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** Marks in ochre a row that waits for the reader. */
  isWaiting?: boolean;
}

export function Row({ aside, title, meta, status, actions, children, isWaiting }: RowProps) {
  return (
    <li className={isWaiting ? 'row row-waiting' : 'row'}>
      {aside}
      <div className="row-body">
        <div className="row-title">{title}</div>
        {meta && <div className="row-meta">{meta}</div>}
        {children}
      </div>
      {(status || actions) && (
        <div className="row-end">
          {status}
          {actions}
        </div>
      )}
    </li>
  );
}

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What to do about it. */
  children: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon size={32} aria-hidden />
      <p className="empty-title">{title}</p>
      <div className="soft">{children}</div>
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}

/** « Afficher la suite » for cursor pages. When the last page arrives the button goes: the focus then stays here. */
export function ShowMore({ query, shown, total }: { query: UseInfiniteQueryResult; shown: number; total?: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [hasAsked, setAsked] = useState(false);
  if (!query.hasNextPage && !hasAsked) return null;
  const showMore = async () => {
    setAsked(true);
    const { hasNextPage } = await query.fetchNextPage();
    if (!hasNextPage) place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="show-more" role="status">
      <span className="soft">{text.shown(shown, total)}</span>
      {query.hasNextPage && (
        <Button variant="secondary" onPress={() => void showMore()} isPending={query.isFetchingNextPage}>
          {text.showMore}
        </Button>
      )}
    </div>
  );
}
