import { Check, PenLine } from 'lucide-react';
import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { Button } from '../../ui/button';
import { Decision, useAct } from '../../ui/decision';
import { text } from './text';

interface Deciding {
  request: EnrolmentCard;
  onDecided: () => void;
}

interface Validating {
  name: string;
  onPress: () => void;
  isPending: boolean;
}

/** An agreement, at one press: its `error` is shown next to the button. */
export const useValidation = ({ id, agent }: EnrolmentCard, byLaw: boolean, onDecided: () => void) =>
  useAct({
    act: () => body(api.POST('/enrolments/{id}/validate', { params: { path: { id } }, body: { byLaw } })),
    done: text.validated(agent.displayName),
    after: onDecided,
  });

export const Validate = ({ name, onPress, isPending }: Validating) => (
  <Button icon={Check} aria-label={text.validateOf(name)} onPress={onPress} isPending={isPending}>
    {text.validate}
  </Button>
);

/** Signed on paper: the officer says by whom, and when. */
export function Endorse({ request: { id, agent }, onDecided }: Deciding) {
  const name = agent.displayName;
  return (
    <Decision
      variant="primary"
      icon={PenLine}
      label={text.endorse}
      name={text.endorseOf(name)}
      title={text.endorseTitle(name)}
      reason={{ label: text.signedBy, hint: text.signedByHint, missing: text.signedByMissing }}
      act={(reason) => body(api.POST('/enrolments/{id}/endorse', { params: { path: { id } }, body: { reason } }))}
      done={text.endorsed(name)}
      after={onDecided}
    >
      <p>{text.endorseEffect}</p>
    </Decision>
  );
}

export function Withdraw({ request: { id, agent }, onDecided }: Deciding) {
  const name = agent.displayName;
  return (
    <Decision
      variant="quiet"
      label={text.withdraw}
      name={text.withdrawOf(name)}
      title={text.withdrawTitle(name)}
      reason={{ label: text.withdrawReason, hint: text.withdrawReasonHint, missing: text.withdrawReasonMissing }}
      act={(reason) => body(api.POST('/enrolments/{id}/withdraw', { params: { path: { id } }, body: { reason } }))}
      done={text.withdrawn(name)}
      after={onDecided}
      isDestructive
    >
      <p>{text.withdrawEffect}</p>
    </Decision>
  );
}
