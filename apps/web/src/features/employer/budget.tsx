import type { Budget, EmployerBudget } from '../../api/types';
import { euros } from '../../ui/money';
import { Notice } from '../../ui/notice';
import { text } from './text';

/** « 4 920 € engagés en 2026 sur 5 000 € : il reste 80 €. » */
export const standing = ({ year, budgetCents, engagedCents, remainingCents }: Budget): string =>
  text.budget(year, euros(engagedCents), euros(budgetCents)) + (remainingCents < 0 ? text.budgetExceeded(euros(-remainingCents)) : text.budgetLeft(euros(remainingCents)));

/** Where each employer stands this year. */
export function Budgets({ budgets }: { budgets: EmployerBudget[] }) {
  if (budgets.length === 0) return null;
  return (
    <Notice tone={budgets.some(({ remainingCents }) => remainingCents < 0) ? 'warning' : 'info'} title={text.budgetTitle}>
      {budgets.map((budget) => (
        <p key={budget.employerId}>
          {budgets.length > 1 && <strong>{text.ofEmployer(budget.employerName)} </strong>}
          {standing(budget)}
        </p>
      ))}
    </Notice>
  );
}

/** What a request costs, and whether the budget still covers it. */
export function Cost({ costCents, budget }: { costCents: number; budget: Budget | null | undefined }) {
  if (costCents === 0) return null;
  const isBeyond = Boolean(budget) && costCents > budget!.remainingCents;
  return (
    <p>
      {text.share(euros(costCents))} {isBeyond && <strong>{budget!.blocks ? text.beyondBlocks : text.beyond}</strong>}
    </p>
  );
}
