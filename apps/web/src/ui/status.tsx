import { Ban, Circle, CircleCheck, Hourglass, Play, type LucideIcon } from 'lucide-react';
import './notice.css';

const icons = {
  neutral: Circle,
  active: Play,
  waiting: Hourglass,
  good: CircleCheck,
  bad: Ban,
};

export type StatusTone = keyof typeof icons;

/** `waiting` is ochre: keep it for what waits for the reader, not for what waits for somebody else. */
export function Status({ tone = 'neutral', icon, children }: { tone?: StatusTone; icon?: LucideIcon; children: string }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`status status-${tone}`}>
      <Icon size={16} aria-hidden /> {children}
    </span>
  );
}

export function Tags({ items }: { items: string[] }) {
  return (
    <ul className="tags">
      {items.map((item) => (
        <li key={item} className="tag">
          {item}
        </li>
      ))}
    </ul>
  );
}
