/** The yearly training budget of an employer, in cents. */
export class BudgetView {
  year: number;
  budgetCents: number;
  /** Of the requests validated in the year that have not ended since. */
  engagedCents: number;
  /** Negative when the budget is exceeded. */
  remainingCents: number;
  /** Whether nothing may be validated beyond it; otherwise it only warns. */
  blocks: boolean;
}
