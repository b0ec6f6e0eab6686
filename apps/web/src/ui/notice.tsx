import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice.css';

const looks = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
};

interface NoticeProps {
  tone?: keyof typeof looks;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A message in the page. Errors interrupt the screen reader, the others wait for their turn. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  const Icon = looks[tone];
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={24} aria-hidden />
      <div className="stack stack-2">
        <p className="notice-title">{title}</p>
        {children && <div>{children}</div>}
        {actions && <div className="cluster">{actions}</div>}
      </div>
    </div>
  );
}
