import { Check, X } from 'lucide-react';
import { api, body, ifMatch } from '../../api/client';
import type { WorkSession } from '../../api/types';
import { Button } from '../../ui/button';
import { Decision, useAct } from '../../ui/decision';
import { text } from './text';

/** Yes at one press; no with a reason. */
export function AnswerAsk({ session: { ask, courseTitle } }: { session: WorkSession }) {
  const params = { path: { id: ask.id }, header: ifMatch(ask.version) };
  const accept = useAct({ act: () => body(api.POST('/asks/{id}/accept', { params })), done: text.accepted });
  return (
    <>
      <Button icon={Check} aria-label={text.acceptOf(courseTitle)} isPending={accept.isPending} onPress={() => accept.mutate()}>
        {text.accept}
      </Button>
      <Decision
        label={text.decline}
        name={text.declineOf(courseTitle)}
        icon={X}
        title={text.declineTitle}
        reason={{ label: text.reason, hint: text.reasonHint, missing: text.reasonMissing }}
        act={(reason) => body(api.POST('/asks/{id}/decline', { params, body: { reason } }))}
        done={text.declined}
      >
        <p>{text.declineEffect}</p>
      </Decision>
      {accept.error && <p className="field-error">{accept.error.message}</p>}
    </>
  );
}
