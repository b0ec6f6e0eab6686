import { useQuery } from '@tanstack/react-query';
import { isNear, unlocatedQuery } from './queries';
import type { VenueSearch } from './search';
import { text } from './text';

/** Places without a position are near nothing: whoever looks around a point is told how many there are. */
export function Unlocated({ search }: { search: VenueSearch }) {
  const { data } = useQuery({ ...unlocatedQuery(search), enabled: isNear(search) });
  return data?.total ? <p className="small soft">{text.unlocated(data.total)}</p> : null;
}
