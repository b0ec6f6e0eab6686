import { searchTextOf, searchWords, slugBase } from './text.rules';

describe('text of places', () => {
  it('finds composed and decomposed accents alike', () =>
    expect(searchTextOf('Médiathèque'.normalize('NFD'), 'Saint-Étienne')).toBe('mediatheque saint etienne'));

  it('has no search word in punctuation', () => expect(searchWords(":* !!! ' & |%_")).toEqual([]));
  it('keeps ten different words at most', () =>
    expect(searchWords('a a b c d e f g h i j k l')).toHaveLength(10));

  it('makes a readable slug', () =>
    expect(slugBase("Médiathèque de l'Étang", 'Saint-Étienne')).toBe('mediatheque-de-l-etang-saint-etienne'));
  it('cuts a long slug between words', () => {
    const slug = slugBase('mot '.repeat(60), 'Lyon');
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/-mot$/);
  });
  it('cuts a single endless word', () => expect(slugBase('a'.repeat(300), null)).toHaveLength(80));
  it('always has something to say', () => expect(slugBase('???', null)).toBe('lieu'));
});
