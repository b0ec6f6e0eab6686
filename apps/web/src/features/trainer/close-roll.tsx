import { Lock } from 'lucide-react';
import { api, body } from '../../api/client';
import type { Roll } from '../../api/types';
import { Decision } from '../../ui/decision';
import { attends, type Calls } from './marks';
import { text } from './text';

interface CloseRollProps {
  roll: Roll;
  calls: Calls;
  saveFirst: () => Promise<unknown>;
}

export function CloseRoll({ roll, calls, saveFirst }: CloseRollProps) {
  const absent = roll.rows.filter(({ enrolmentId }) => !attends(calls, enrolmentId)).map(({ agentName }) => agentName);
  const close = async () => {
    await saveFirst();
    await body(api.POST('/sessions/{id}/close-roll', { params: { path: { id: roll.session.id } } }));
  };
  return (
    <Decision label={text.close} icon={Lock} title={text.closeTitle} act={close} done={text.closeDone}>
      <p>{text.closeAttested(roll.rows.length - absent.length)}</p>
      {absent.length > 0 && <p>{text.closeAbsent(absent)}</p>}
      <p>{text.closeFinal}</p>
    </Decision>
  );
}
