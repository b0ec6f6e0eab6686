import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { Decision } from '../../ui/decision';
import { text } from './requests-text';

const REASON = { label: text.reason, hint: text.reasonHint, missing: text.reasonMissing };

export const isDecidable = ({ status }: EnrolmentCard): boolean => status === 'transmitted' || status === 'convoked';

/** What the organiser may decide of a request in this state. */
export function RequestDecisions({ request, onDecided }: { request: EnrolmentCard; onDecided: () => void }) {
  const { id, status } = request;
  const name = request.agent.displayName;
  const params = { path: { id } };
  if (status === 'transmitted')
    return (
      <div className="cluster">
        <Decision
          label={text.select}
          name={text.selectOf(name)}
          title={text.selectTitle(name)}
          act={() => body(api.POST('/enrolments/{id}/select', { params }))}
          done={text.selected(name)}
          after={onDecided}
        >
          <p>{text.selectEffect}</p>
        </Decision>
        <Decision
          variant="quiet"
          label={text.notSelect}
          name={text.notSelectOf(name)}
          title={text.notSelectTitle(name)}
          reason={REASON}
          act={(reason) => body(api.POST('/enrolments/{id}/not-select', { params, body: { reason } }))}
          done={text.notSelected(name)}
          after={onDecided}
          isDestructive
        >
          <p>{text.notSelectEffect}</p>
        </Decision>
      </div>
    );
  return (
    <Decision
      variant="quiet"
      label={text.release}
      name={text.releaseOf(name)}
      title={text.releaseTitle(name)}
      reason={REASON}
      act={(reason) => body(api.POST('/enrolments/{id}/release', { params, body: { reason } }))}
      done={text.released(name)}
      after={onDecided}
      isDestructive
    >
      <p>{text.releaseEffect}</p>
    </Decision>
  );
}
