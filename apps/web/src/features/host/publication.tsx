import { EyeOff, Globe } from 'lucide-react';
import { api, body } from '../../api/client';
import type { VenueDetail } from '../../api/types';
import { Decision } from '../../ui/decision';
import { text } from './text';

/** Puts the place in view, or takes it back. */
export function Publication({ venue: { id, actions } }: { venue: VenueDetail }) {
  const params = { path: { id } };
  return (
    <>
      {actions.includes('publish') && (
        <Decision
          label={text.publish}
          variant="primary"
          icon={Globe}
          title={text.publishTitle}
          act={() => body(api.POST('/venues/{id}/publish', { params }))}
          done={text.published}
        >
          <p>{text.publishEffect}</p>
        </Decision>
      )}
      {actions.includes('withdraw') && (
        <Decision
          label={text.withdraw}
          icon={EyeOff}
          title={text.withdrawTitle}
          act={() => body(api.POST('/venues/{id}/withdraw', { params }))}
          done={text.withdrawn}
          isDestructive
        >
          <p>{text.withdrawEffect}</p>
          <p>{text.withdrawUndo}</p>
        </Decision>
      )}
    </>
  );
}
