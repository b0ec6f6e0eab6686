import { text } from './text';
import './marks.css';

/** Neutral text marks of both parties, at equal size, until each gives its own artwork (agreement, articles 6 and 7). */
export function PartyMarks() {
  return (
    <ul className="marks" aria-label={text.parties}>
      <li className="mark mark-cnfpt">
        <strong>{text.cnfpt}</strong>
        <span>{text.cnfptLong}</span>
      </li>
      <li className="mark mark-etat">
        <strong>{text.state}</strong>
        <span>{text.stateLong}</span>
      </li>
    </ul>
  );
}

export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
        <path
          d="M7 27V14a5.5 5.5 0 0 1 11 0v5a3.5 3.5 0 0 0 7 0V5"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
        />
      </svg>
      {text.name}
    </span>
  );
}
