/** Who goes before others in a waiting list: the rule, and its rank, the smaller first. */
export interface Priority {
  rule: string | null;
  rank: number;
}

/** Everyone else. */
const LAST = 99;

interface Claims {
  scope: 'open' | 'regional';
  organiserId: string;
  delegationId: string | null;
  /** Attested by the employer, who keeps the reason to itself: code général de la fonction publique, article L. 422-3. */
  byLaw: boolean;
}

/** The best of the priorities in force that this request may claim; `ranks`: of the rules in force, by code. */
export function priorityOf({ scope, organiserId, delegationId, byLaw }: Claims, ranks: Readonly<Record<string, number>>): Priority {
  const claims = [...(byLaw ? ['law'] : []), ...(scope === 'regional' && delegationId === organiserId ? ['region'] : [])];
  return claims
    .flatMap((rule) => (ranks[rule] === undefined ? [] : [{ rule, rank: ranks[rule] }]))
    .reduce<Priority>((best, one) => (one.rank < best.rank ? one : best), { rule: null, rank: LAST });
}
