import { CATEGORIES, categoryOf, needsCadre } from './agent-profile.rules';

describe('categoryOf', () => {
  it.each(CATEGORIES)('follows the cadre d’emplois (%s)', (category) =>
    expect(categoryOf({ category }, 'C')).toBe(category),
  );
  it('keeps what the employer said without a cadre', () => expect(categoryOf(null, 'B')).toBe('B'));
});

describe('needsCadre', () => {
  it.each([
    ['fonctionnaire', true],
    ['stagiaire_fp', true],
    ['contractuel', false],
    ['emploi_avenir', false],
  ] as const)('%s → %s', (statut, expected) => expect(needsCadre(statut)).toBe(expected));
});
