import { RotateCw } from 'lucide-react';
import { api, body } from '../../api/client';
import type { Publication } from '../../api/types';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { useAct } from '../../ui/decision';
import { Row } from '../../ui/list';
import { Notice } from '../../ui/notice';
import { Status } from '../../ui/status';
import { text as kit } from '../../ui/text';
import { named } from '../catalogue/labels';
import { text } from './text';

const tones = { dirty: 'active', pushed: 'good', withdrawn: 'neutral', failed: 'bad' } as const;

export function PublicationRow({ publication }: { publication: Publication }) {
  const { id, state, reason, lastError, attempts, notBefore, pushedAt, cutFields } = publication;
  const title = publication.title || text.untitled;
  const retry = useAct({
    act: () => body(api.POST('/federation/publications/{id}/retry', { params: { path: { id } } })),
    done: text.retried,
  });
  return (
    <Row
      isWaiting={state === 'failed'}
      title={<h2>{title}</h2>}
      meta={
        <>
          <span>{text.types[publication.objectType]}</span>
          {pushedAt && <span>{text.pushed(dateTime(pushedAt))}</span>}
          {state !== 'pushed' && attempts > 0 && <span>{text.attempts(attempts)}</span>}
          {state === 'dirty' && notBefore && <span>{text.next(dateTime(notBefore))}</span>}
        </>
      }
      status={<Status tone={tones[state]}>{text.states[state]}</Status>}
      actions={
        publication.actions.includes('retry') && (
          <Button
            icon={RotateCw}
            aria-label={text.retryOf(title)}
            onPress={() => retry.mutate()}
            isPending={retry.isPending}
          >
            {text.retry}
          </Button>
        )
      }
    >
      {reason && <p>{text.reasons[reason]}</p>}
      {lastError && state !== 'pushed' && (
        <p className="reading">
          <span className="soft">{text.lastError}</span> {lastError}
        </p>
      )}
      {cutFields.length > 0 && <p className="small">{text.cut(cutFields.map((field) => named(text.fields, field)))}</p>}
      {retry.error && (
        <Notice tone="error" title={kit.error}>
          {retry.error.message}
        </Notice>
      )}
    </Row>
  );
}
