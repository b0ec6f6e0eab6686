import type { EnrolmentCard, EnrolmentStatus } from '../../api/types';

export const REQUEST_FILTERS = ['a-choisir', 'proposees', 'attente', 'places', 'employeur', 'closes'] as const;
export type RequestFilter = (typeof REQUEST_FILTERS)[number];

const GROUPS: Record<RequestFilter, EnrolmentStatus[]> = {
  'a-choisir': ['transmitted'],
  proposees: ['offered'],
  attente: ['waiting'],
  places: ['admitted', 'convoked', 'present', 'partial', 'absent', 'attested'],
  employeur: ['draft', 'submitted'],
  closes: ['refused', 'withdrawn', 'not_selected', 'cancelled'],
};

const groupOf = ({ status }: EnrolmentCard): number => REQUEST_FILTERS.findIndex((filter) => GROUPS[filter].includes(status));

/** What waits for the organiser, then the waiting list by rank, then the rest in the order of the requests. */
export const inOrder = (requests: readonly EnrolmentCard[]): EnrolmentCard[] =>
  [...requests].sort((a, b) => groupOf(a) - groupOf(b) || (a.waitingRank ?? 0) - (b.waitingRank ?? 0) || a.submittedAt.localeCompare(b.submittedAt));

export const filtered = (requests: readonly EnrolmentCard[], filter: RequestFilter | undefined): EnrolmentCard[] =>
  filter ? requests.filter(({ status }) => GROUPS[filter].includes(status)) : [...requests];
