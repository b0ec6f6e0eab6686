import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { Decision } from '../../ui/decision';
import { text } from './text';

const REASON = { label: text.reason, hint: text.reasonHint, missing: text.reasonMissing };

/** What a supervisor may say of a request, with their reasons. */
export function OpinionActions({ request: { id, agent }, onGiven }: { request: EnrolmentCard; onGiven: () => void }) {
  const name = agent.displayName;
  const give = (opinion: 'favourable' | 'unfavourable') => (reason: string) =>
    body(api.POST('/enrolments/{id}/opinion', { params: { path: { id } }, body: { opinion, reason } }));
  const shared = { reason: REASON, done: text.given(name), after: onGiven };
  return (
    <>
      <Decision
        {...shared}
        variant="primary"
        icon={ThumbsUp}
        label={text.favourable}
        name={text.favourableOf(name)}
        title={text.favourableTitle(name)}
        act={give('favourable')}
      >
        <p>{text.favourableEffect}</p>
      </Decision>
      <Decision
        {...shared}
        icon={ThumbsDown}
        label={text.unfavourable}
        name={text.unfavourableOf(name)}
        title={text.unfavourableTitle(name)}
        act={give('unfavourable')}
        isDestructive
      >
        <p>{text.unfavourableEffect}</p>
      </Decision>
    </>
  );
}
