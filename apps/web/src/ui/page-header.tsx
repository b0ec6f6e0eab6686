import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { isFirstPage, setPageTitle } from './page-title';
import { text } from './text';
import './layout.css';

export interface Crumb {
  label: string;
  to?: string;
}

export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label={text.breadcrumb}>
      <ol className="breadcrumb">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label}>
            {index > 0 && <ChevronRight size={16} aria-hidden />}
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageHeaderProps {
  title: string;
  /** The title of the document, when it must say more than the heading. */
  documentTitle?: string;
  crumbs?: Crumb[];
  /** The last crumb, when the title says it at length. */
  crumb?: string;
  /** Above the title: a status, a code. */
  over?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** Every page starts with it: it names the document and receives the focus when the reader arrives from another page. */
export function PageHeader({ title, documentTitle, crumbs, crumb = title, over, lead, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setPageTitle(documentTitle ?? title);
    if (!isFirstPage()) heading.current?.focus({ preventScroll: true });
  }, [title, documentTitle]);
  return (
    <header className="page-header">
      {crumbs && <Breadcrumb crumbs={[...crumbs, { label: crumb }]} />}
      {over && <div className="cluster">{over}</div>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <div className="lead">{lead}</div>}
      {actions && <div className="cluster actions">{actions}</div>}
    </header>
  );
}
