import { beyond, type Budget, inEuros } from './budget.rules';

const budget: Budget = { year: 2026, budgetCents: 100_000, engagedCents: 88_000, remainingCents: 12_000, blocks: true };

describe('beyond', () => {
  it.each([
    ['no budget', null, 5_000_000],
    ['a budget that only warns', { ...budget, blocks: false }, 5_000_000],
    ['what is left, to the cent', budget, 12_000],
    ['what the CNFPT pays for, whatever is left', { ...budget, remainingCents: -1 }, 0],
  ])('lets %s go', (_, left, cost) => expect(beyond(left, cost)).toBeNull());
  it('says what it costs, what is left and what is engaged', () =>
    expect(beyond(budget, 12_001)).toBe(
      'La part de l’employeur est de 120,01\u00a0€, et il reste 120\u00a0€ du budget de formation de 2026 (880\u00a0€ engagés sur 1\u202f000\u00a0€). Relevez le budget dans le circuit de décision, ou retirez une demande validée.',
    ));
  it('says when nothing is left', () => expect(beyond({ ...budget, remainingCents: 0 }, 1)).toContain('il ne reste rien du budget'));
});

describe('inEuros', () => {
  it.each([[0, '0\u00a0€'], [1250, '12,50\u00a0€'], [125_000, '1\u202f250\u00a0€']])('%i → %s', (cents, expected) => expect(inEuros(cents)).toBe(expected));
});
