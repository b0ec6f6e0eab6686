import { Check } from 'lucide-react';
import { api, body } from '../../api/client';
import type { EnrolmentDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Notice } from '../../ui/notice';
import { focusPageTitle } from '../../ui/page-title';
import { text as kit } from '../../ui/text';
import { text } from './text';

/** A seat that the waiting list offers: it waits for the reader, until a moment said in full. */
export function Offer({ request }: { request: EnrolmentDetail }) {
  const { id, session, offerUntil } = request;
  const params = { path: { id } };
  const acceptance = useAct({
    act: () => body(api.POST('/enrolments/{id}/accept', { params })),
    done: text.accepted,
    after: focusPageTitle,
  });
  return (
    <div className="stack">
      <Notice
        tone="warning"
        title={text.offerTitle}
        actions={
          <>
            <Button icon={Check} onPress={() => acceptance.mutate()} isPending={acceptance.isPending}>
              {text.accept}
            </Button>
            <Decision
              label={text.decline}
              title={text.declineTitle}
              act={() => body(api.POST('/enrolments/{id}/decline', { params, body: {} }))}
              done={text.declined}
              after={focusPageTitle}
              isDestructive
            >
              <p>{text.declineEffect}</p>
            </Decision>
          </>
        }
      >
        {offerUntil && text.offerUntil(dateTime(offerUntil, session.timeZone))} {text.offerHeld}
      </Notice>
      {acceptance.error && (
        <Notice tone="error" title={kit.error}>
          {acceptance.error.message}
        </Notice>
      )}
    </div>
  );
}
