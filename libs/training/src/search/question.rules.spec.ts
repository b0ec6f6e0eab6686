import fc from 'fast-check';
import { allOf, anyOf, asTyped, heldBy, questionOf, telling, typedWords, type ReadWord } from './question.rules';

const word = (n: number, typed: string, part: Partial<ReadWord> = {}): ReadWord => ({ n, word: typed, hollow: false, family: [typed], begun: [], meant: [], ...part });

describe('typedWords', () => {
  it('parts elisions and hyphens, without accents or case', () => expect(typedWords('L’Électricité d\'été, tiers-lieux ŒUVRE')).toEqual(['l', 'electricite', 'd', 'ete', 'tiers', 'lieux', 'oeuvre']));
  it.each(['', '!!!', '& | !', ':*', '🎉', '\u202e'])('has no word in « %s »', (typed) => expect(typedWords(typed)).toEqual([]));
  it('keeps few words, none long', () => expect(typedWords(`${'a'.repeat(10_000)} ${'b '.repeat(50)}`).map((one) => one.length)).toEqual([40, ...Array<number>(11).fill(1)]));
});

describe('questionOf', () => {
  it('asks for each word, the hollow ones only when there is nothing else', () => {
    expect(allOf(questionOf([word(1, 'apprendre', { hollow: true }), word(2, 'tableur')], []).units)).toBe('(((tableur)))');
    expect(allOf(questionOf([word(1, 'apprendre', { hollow: true })], []).units)).toBe('(((apprendre)))');
  });

  it('takes the longest term that has equivalents, once', () => {
    const { units } = questionOf(
      [word(1, 'donnees'), word(2, 'ouvertes')],
      [{ first: 1, last: 1, terms: [[['data']]] }, { first: 1, last: 2, terms: [[['open'], ['data', 'datas']]] }],
    );
    expect(allOf(units)).toBe('(((donnees) & (ouvertes)) | ((open) & (data | datas)))');
    expect(asTyped(units)).toBe('(donnees) | (ouvertes)');
  });

  it('corrects a slip, finishes a beginning, and says which words no sheet holds', () => {
    const question = questionOf(
      [
        word(1, 'acessibilite', { family: [], meant: [{ written: 'accessibilité', family: ['access'] }] }),
        word(2, 'numer', { family: [], begun: [{ written: 'numérique', family: ['numer'] }, { written: 'numération', family: ['numerat'] }] }),
        word(3, 'xyzzy', { family: [] }),
      ],
      [],
    );
    expect(question.corrections).toEqual([{ typed: 'acessibilite', meant: 'accessibilité' }]);
    expect(question.unknown).toEqual(['xyzzy']);
    expect(anyOf(question.units)).toBe('(((access))) | (((numer)) | ((numerat)))');
  });

  it('keeps the order of the words', () =>
    expect(questionOf([word(1, 'a'), word(2, 'b')], [{ first: 2, last: 2, terms: [[['c']]] }]).units.map(({ typed }) => typed)).toEqual([[['a']], [['b']]]));

  it('always writes a query that PostgreSQL reads, whatever was typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const { units } = questionOf(typedWords(typed).map((one, i) => word(i + 1, one)), []);
        return /^$|^\(\(\([a-z0-9]+\)\)\)( & \(\(\([a-z0-9]+\)\)\))*$/.test(allOf(units));
      }),
    ));
});

describe('what is looked for when nothing holds all the words', () => {
  const { units } = questionOf([word(1, 'numerique'), word(2, 'apiculture'), word(3, 'ruche')], []);

  it('leaves aside the words of too many sheets, and weighs the others by how rare they are', () => {
    const told = telling(units, [40_000, 900, 3]);
    expect(anyOf(told.units)).toBe('(((apiculture))) | (((ruche)))');
    expect(told.weights[1]).toBeGreaterThan(told.weights[0]!);
  });

  it('keeps the rarest when all are frequent', () => expect(anyOf(telling(units, [40_000, 5000, 5000]).units)).toBe('(((apiculture))) | (((ruche)))'));

  it('counts the sheets of a term by its rarest word, and those of its equivalents with them', () =>
    expect(heldBy({ typed: [['donnees'], ['ouvertes']], others: [[['open'], ['data', 'datas']]] }, new Map([['donnees', 50], ['ouvertes', 8], ['open', 30], ['data', 2], ['datas', 3]]))).toBe(13));
});
