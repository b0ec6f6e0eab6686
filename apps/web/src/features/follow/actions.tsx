import { useState } from 'react';
import type { EnrolmentDetail } from '../../api/types';
import { Checkbox } from '../../ui/choice';
import { Notice } from '../../ui/notice';
import { focusPageTitle } from '../../ui/page-title';
import { text as kit } from '../../ui/text';
import { Refuse } from '../employer/refuse';
import { Endorse, useValidation, Validate, Withdraw } from '../employer/request-actions';
import { text } from '../employer/text';
import { OpinionActions } from '../team/opinion-actions';

/** What the reader may do now: nothing that would be refused. */
export function Actions({ request }: { request: EnrolmentDetail }) {
  const { actions, agent } = request;
  const [byLaw, setByLaw] = useState(false);
  const validation = useValidation(request, byLaw, focusPageTitle);
  const deciding = { request, onDecided: focusPageTitle };
  const may = (action: EnrolmentDetail['actions'][number]) => actions.includes(action);
  return (
    <>
      {may('validate') && <Checkbox label={text.byLaw} hint={text.byLawHint} value={byLaw} onChange={setByLaw} />}
      <div className="cluster">
        {may('validate') && <Validate name={agent.displayName} onPress={() => validation.mutate()} isPending={validation.isPending} />}
        {may('endorse') && <Endorse {...deciding} />}
        {may('opine') && <OpinionActions request={request} onGiven={focusPageTitle} />}
        {may('refuse') && <Refuse {...deciding} />}
        {may('withdraw') && <Withdraw {...deciding} />}
      </div>
      {validation.error && (
        <Notice tone="error" title={kit.error}>
          {validation.error.message}
        </Notice>
      )}
    </>
  );
}
