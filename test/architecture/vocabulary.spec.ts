import { TYPOLOGIES, VOCABULARY, type VocabularyField } from '@app/venues';
import { vocabulary } from '../../apps/web/src/features/host/vocabulary';
import { plainWords } from '../../apps/web/src/features/venues/plain-words';
import * as filters from '../../apps/web/src/features/venues/services';
import { typologyNames } from '../../apps/web/src/features/venues/typologies';

const sorted = (values: readonly string[]) => [...values].sort();
const fields = Object.keys(VOCABULARY) as VocabularyField[];

/** The screens order the values of the standard for people; they have all of them, written as the standard writes them. */
describe('the values of the national standard', () => {
  it.each(fields)('%s: the place’s form offers them all', (field) => {
    const offered = vocabulary[field].map(({ value }) => value).filter(Boolean);
    expect(sorted(offered)).toEqual(sorted(VOCABULARY[field]));
  });

  it('kinds of structure have the same codes and names', () => expect(typologyNames).toEqual(TYPOLOGIES));

  it('have plainer words only where there is such a value', () => {
    const known = fields.flatMap((field): readonly string[] => VOCABULARY[field]);
    expect(Object.keys(plainWords).filter((value) => !known.includes(value))).toEqual([]);
  });

  it('the directory filters by them', () => {
    const { services, publics, cares, fees, labels } = filters;
    expect([services, publics, cares, fees].map(sorted)).toEqual(
      [VOCABULARY.services, VOCABULARY.publics, VOCABULARY.care, VOCABULARY.fees].map(sorted),
    );
    const known: readonly string[] = [...VOCABULARY.programmes, ...VOCABULARY.labels];
    expect(labels.filter((label) => !known.includes(label))).toEqual([]);
  });
});
