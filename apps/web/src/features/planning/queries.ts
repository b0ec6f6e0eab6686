import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Range } from '../calendar/range';
import type { PlanningSearch, Way } from './search';

const BY: Record<Way, 'place' | 'trainer' | 'delegation'> = { lieu: 'place', formateur: 'trainer', delegation: 'delegation' };

/** Delegations are compared: all of them, unless told. One that is named is read whole. */
const whoseOf = ({ par, sessions, delegation }: PlanningSearch): 'mine' | 'all' => (sessions || par === 'delegation' || delegation ? 'all' : 'mine');

export const planningQuery = (search: PlanningSearch, { first, end }: Range) => {
  const { par = 'lieu', departement, lieu, formateur, delegation } = search;
  const asked = {
    from: first.toString(), until: end.subtract({ days: 1 }).toString(), by: BY[par], whose: whoseOf(search), departement, venueId: lieu, trainerId: formateur, delegationId: delegation,
  };
  return infiniteQueryOptions({
    queryKey: ['planning', asked],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => body(api.GET('/schedule/planning', { params: { query: { ...asked, limit: 25, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });
};
