import { LinkButton } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Home } from './letter-page';

interface Words {
  doneTitle: string;
  alreadyTitle: string;
  doneNext: string;
  signIn: string;
}

/** What was decided: just now, or before whoever follows the link came. */
export const Outcome = ({ outcome, isDone, words, to }: { outcome: string; isDone: boolean; words: Words; to: Home }) => (
  <div role="status">
    <Notice
      tone={isDone ? 'success' : 'info'}
      title={isDone ? words.doneTitle : words.alreadyTitle}
      actions={
        <LinkButton to={to} variant="secondary">
          {words.signIn}
        </LinkButton>
      }
    >
      {outcome} {isDone && words.doneNext}
    </Notice>
  </div>
);
