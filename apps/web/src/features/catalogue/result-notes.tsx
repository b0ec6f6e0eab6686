import type { CoursePage } from '../../api/types';
import { text } from './text';

/** How the words were understood, when it is not as they were typed. */
export function ResultNotes({ page: { corrections, unknown, loosened, total } }: { page: CoursePage }) {
  if (!corrections.length && (total === 0 || (!unknown.length && !loosened))) return null;
  return (
    <div className="result-notes">
      {corrections.map(({ typed, meant }) => (
        <p key={typed}>{text.corrected(typed, meant)}</p>
      ))}
      {unknown.length > 0 && total > 0 && <p>{text.unknown(unknown)}</p>}
      {loosened && total > 0 && <p>{text.loosened}</p>}
    </div>
  );
}
