import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STANDARD_COLUMNS } from '../import/standard-header';
import {
  LABEL_THE_SCHEMA_REFUSES,
  VOCABULARY,
  canonicalValue,
  type VocabularyField,
} from './standard.vocabulary';
import { TYPOLOGIES } from './typology.vocabulary';

const shipped = (file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../../data/lieux-schema', file), 'utf8'));
const schema = shipped('schema.json') as { fields: { name: string; constraints?: { pattern?: string } }[] };
const library = shipped('enumerations-lib-2.3.0.json') as { Typologie: { valeur: string }[] };

const COLUMN: Record<VocabularyField, string> = {
  itinerance: 'itinerance',
  services: 'services',
  publics: 'publics_specifiquement_adresses',
  care: 'prise_en_charge_specifique',
  fees: 'frais_a_charge',
  programmes: 'dispositif_programmes_nationaux',
  labels: 'formations_labels',
  accessModes: 'modalites_acces',
  supportModes: 'modalites_accompagnement',
};
const patternOf = (field: VocabularyField) =>
  new RegExp(schema.fields.find(({ name }) => name === COLUMN[field])!.constraints!.pattern!);

describe('the shipped standard', () => {
  it('has the same columns, in the same order', () =>
    expect(schema.fields.map(({ name }) => name)).toEqual(STANDARD_COLUMNS));

  it.each(Object.keys(VOCABULARY) as VocabularyField[])('admits the values of %s, one apart', (field) => {
    const refused = VOCABULARY[field].filter((value) => !patternOf(field).test(value));
    expect(refused).toEqual(field === 'labels' ? [LABEL_THE_SCHEMA_REFUSES] : []);
    expect(
      patternOf(field)
        .source.split(/\)\(/)[1]!
        .replace(/\\\(.*?\\\)/g, '')
        .split('|'),
    ).toHaveLength(VOCABULARY[field].length);
  });

  it('names the same kinds of structure', () =>
    expect(Object.keys(TYPOLOGIES)).toEqual(library.Typologie.map(({ valeur }) => valeur)));
});

describe('canonicalValue', () => {
  it.each([
    ['programmes', 'point d’accès numérique caf', "Point d'accès numérique CAF"],
    ['services', 'Comprehension du monde numérique', 'Compréhension du monde numérique'],
    ['labels', 'Étapes numériques(La Poste)', LABEL_THE_SCHEMA_REFUSES],
    ['fees', 'Gratuit ', 'Gratuit'],
  ] as const)('%s: %s is %s', (field, written, value) => expect(canonicalValue(field, written)).toBe(value));
  it('does not guess', () => expect(canonicalValue('fees', 'Gratui')).toBeUndefined());
});
