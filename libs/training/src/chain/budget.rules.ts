/** The yearly training budget of an employer, in cents. */
export interface Budget {
  year: number;
  budgetCents: number;
  /** Agreed to in the year: validated, and not ended since. */
  engagedCents: number;
  /** Negative when it is exceeded. */
  remainingCents: number;
  /** Whether nothing may be validated beyond it; otherwise it only warns. */
  blocks: boolean;
}

/** « 1 250 € », « 12,50 € » */
export const inEuros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', minimumFractionDigits: cents % 100 ? 2 : 0 }).format(cents / 100);

/** Why requests of this cost may not be validated, when the budget forbids it. */
export function beyond(budget: Budget | null, costCents: number): string | null {
  if (!budget?.blocks || costCents === 0 || costCents <= budget.remainingCents) return null;
  const { year, budgetCents, engagedCents, remainingCents } = budget;
  const left = remainingCents > 0 ? `il reste ${inEuros(remainingCents)}` : 'il ne reste rien';
  return `La part de l’employeur est de ${inEuros(costCents)}, et ${left} du budget de formation de ${year} (${inEuros(engagedCents)} engagés sur ${inEuros(budgetCents)}). Relevez le budget dans le circuit de décision, ou retirez une demande validée.`;
}
