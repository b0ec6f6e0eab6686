import { FileX } from 'lucide-react';
import { api, body } from '../../api/client';
import type { VenueDetail } from '../../api/types';
import { Decision } from '../../ui/decision';
import { localDate } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Status } from '../../ui/status';
import { text } from './gone-text';

export const GoneBadge = ({ since }: { since: string | null }) =>
  since && (
    <Status tone="waiting" icon={FileX}>
      {text.badge}
    </Status>
  );

/** A place its producer no longer lists: whether to keep it is a person's decision. */
export function Gone({ venue: { id, goneOn, keptOn, collectedBy, source, actions } }: { venue: VenueDetail }) {
  if (!goneOn) return null;
  const params = { path: { id } };
  if (!actions.includes('keep')) return keptOn && <Notice title={text.kept(localDate(goneOn), localDate(keptOn))} />;
  return (
    <Notice
      tone="warning"
      title={text.title(localDate(goneOn))}
      actions={
        <>
          <Decision label={text.keep} title={text.keepTitle} act={() => body(api.POST('/venues/{id}/keep', { params }))} done={text.keepDone}>
            <p>{text.keepEffect}</p>
          </Decision>
          {actions.includes('withdraw') && (
            <Decision
              label={text.archive}
              title={text.archiveTitle}
              act={() => body(api.POST('/venues/{id}/withdraw', { params }))}
              done={text.archiveDone}
              isDestructive
            >
              <p>{text.archiveEffect}</p>
            </Decision>
          )}
        </>
      }
    >
      {text.why(collectedBy ?? source)}
    </Notice>
  );
}
