import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { SessionDraft } from '../../api/types';
import { Notice } from '../../ui/notice';
import { checkQuery } from './queries';
import { text } from './text';

/** What stands in the way of the session as it is, before it is saved; nothing as long as it has no room or no half-day. */
export function Clashes({ draft }: { draft: SessionDraft }) {
  const asked = useDeferredValue(draft);
  const isWhole = asked.roomId !== '' && asked.slots.length > 0 && asked.capacity > 0;
  const { data } = useQuery({ ...checkQuery(asked), enabled: isWhole, placeholderData: keepPreviousData, retry: false });
  if (!isWhole || !data) return <div role="status" />;
  const refused = data.items.filter(({ isRefused }) => isRefused);
  const known = data.items.filter(({ isRefused }) => !isRefused);
  return (
    <div role="status" className="stack">
      {refused.length > 0 && (
        <Notice tone="warning" title={text.refusedTitle}>
          <Details of={refused} />
        </Notice>
      )}
      {known.length > 0 && (
        <Notice tone="info" title={text.knowTitle}>
          <Details of={known} />
        </Notice>
      )}
      {data.items.length === 0 && <Notice tone="success" title={text.allFree} />}
    </div>
  );
}

const Details = ({ of }: { of: { detail: string }[] }) => [...new Set(of.map(({ detail }) => detail))].map((detail) => <p key={detail}>{detail}</p>);
