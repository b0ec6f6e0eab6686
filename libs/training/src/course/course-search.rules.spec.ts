import fc from 'fast-check';
import { wordsQuery } from './course-search.rules';

describe('wordsQuery', () => {
  it('folds accents and elisions', () => expect(wordsQuery('L’Électricité d’été')).toBe('electricite:* & ete:*'));
  it.each(['', '!!!', '& | !', ':*', '🎉'])('has nothing to ask of « %s »', (typed) => expect(wordsQuery(typed)).toBeNull());
  it('is always safe to give to to_tsquery', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => /^$|^[a-z0-9]+:\*( & [a-z0-9]+:\*)*$/.test(wordsQuery(typed) ?? ''))));
});
