import type { SearchFilters } from '../../api/types';
import { asksNothing, asksTheSame, filtersOf, searchOf } from './api-filters';

const EVERYTHING: SearchFilters = {
  q: 'rgpd', theme: ['e-administration'], category: ['A', 'B'], modality: ['distance'], cost: ['cnfpt'], metier: ['A1'], competency: ['x'],
  departement: ['63', '2A'], venue: ['mjc'], from: '2027-01-01', to: '2027-01-31', free: 'true', near: '63113', radius: 20,
};

describe('the filters of a search', () => {
  it.each<[string, SearchFilters]>([
    ['everything', EVERYTHING],
    ['a point', { lat: 45.78, lon: 0 }],
    ['words', { q: 'tableur' }],
  ])('are the same there and back: %s', (_, filters) => expect(filtersOf(searchOf(filters))).toEqual(filters));

  it('are compared whatever the order, which is not asked', () => {
    expect(asksTheSame({ category: ['A', 'B'], q: 'x' }, { q: 'x', category: ['B', 'A'], theme: [], from: undefined })).toBe(true);
    expect(asksTheSame({ category: ['A'] }, { category: ['A', 'B'] })).toBe(false);
    expect(asksTheSame(filtersOf({ q: 'x', tri: 'date' }), { q: 'x' })).toBe(true);
  });

  it('ask nothing without any', () => {
    expect([{}, { tri: 'titre' } as const, { rayon: '20' } as const].map((search) => asksNothing(filtersOf(search)))).toEqual([true, true, true]);
    expect(asksNothing(filtersOf({ places: 'libres' }))).toBe(false);
  });
});
