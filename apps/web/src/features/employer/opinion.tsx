import { useQuery } from '@tanstack/react-query';
import type { EnrolmentCard, EnrolmentDetail } from '../../api/types';
import { requestQuery } from '../agent/queries';
import { text } from './text';

/** What the supervisor said, with their reasons. */
export const opinionOf = ({ opinion, timeline }: EnrolmentDetail): { title: string; reason: string | null; by: string | null } | null => {
  const given = timeline.filter(({ action }) => action === 'opine').at(-1);
  return opinion && { title: text.opinions[opinion], reason: given?.reason ?? null, by: given?.actorName ?? null };
};

export function Opinion({ request: { id, opinion } }: { request: EnrolmentCard }) {
  const { data } = useQuery({ ...requestQuery(id), enabled: opinion !== null });
  if (!opinion) return null;
  const given = data && opinionOf(data);
  return (
    <div className="reading">
      <p>
        <strong>{text.opinions[opinion]}</strong> {given?.by && <span className="soft small">({given.by})</span>}
      </p>
      {given?.reason && <p>{text.said(given.reason)}</p>}
    </div>
  );
}
