import { readRow } from './row.rules';
import type { RawRow } from './standard-header';

const row = (change: RawRow = {}): RawRow => ({
  id: 'structure-1',
  pivot: '43493312300029',
  nom: 'Anonymal',
  commune: 'Reims',
  code_postal: '51100',
  adresse: '12 BIS RUE DE LECLERCQ',
  date_maj: '2024-04-02',
  ...change,
});
const refusalsOf = (change: RawRow) =>
  readRow(row(change)).refusals.map(({ code, field }) => `${field} ${code}`);
const warningsOf = (change: RawRow) => readRow(row(change)).warnings.map(({ code }) => code);

describe('readRow', () => {
  it('accepts the least a row must say', () => expect(refusalsOf({})).toEqual([]));

  it.each<[RawRow, string]>([
    [{ adresse: '  ' }, 'adresse row.required'],
    [{ nom: '' }, 'nom row.required'],
    [{ id: undefined }, 'id row.required'],
    [{ pivot: '43493312300028' }, 'pivot pivot.invalid'],
    [{ code_postal: '5110' }, 'code_postal postal_code.invalid'],
    [{ code_insee: '2C004' }, 'code_insee commune_code.invalid'],
    [{ latitude: '45,12', longitude: '4.1' }, 'latitude coordinates.invalid'],
    [{ latitude: '91', longitude: '4.1' }, 'latitude coordinates.invalid'],
    [{ latitude: 'NaN', longitude: '4.1' }, 'latitude coordinates.invalid'],
    [{ latitude: '45.12' }, 'longitude coordinates.pair'],
    [{ telephone: '01 80 05 98 80' }, 'telephone phone.invalid'],
    [{ courriels: 'a@b.fr|c' }, 'courriels email.invalid'],
    [{ site_web: 'javascript:alert(1)' }, 'site_web url.invalid'],
    [{ date_maj: '2024-02-31' }, 'date_maj date.invalid'],
    [{ services: 'Réparation de vélos' }, 'services value.unknown'],
    [{ presentation_resume: 'a'.repeat(281) }, 'presentation_resume row.too_long'],
    [{ nom: 'Espace \u0000 public' }, 'nom row.unclean'],
    [{ nom: 'Espace \u202e public' }, 'nom row.unclean'],
  ])('refuses %j', (change, expected) => expect(refusalsOf(change)).toEqual([expected]));

  it('stores the placeholder identifier as unknown', () => {
    expect(readRow(row({ pivot: '00000000000000' })).place.pivot).toBeNull();
    expect(warningsOf({ pivot: '00000000000000' })).toEqual(['pivot.placeholder']);
  });

  it.each(['35600000063516', '35600000000048', 'W131002979'])('accepts the identifier %s', (pivot) =>
    expect(refusalsOf({ pivot })).toEqual([]),
  );

  it('accepts the label of La Poste with its space, and says so', () => {
    expect(readRow(row({ formations_labels: 'Étapes numériques (La Poste)' })).place.labels).toEqual([
      'Étapes numériques (La Poste)',
    ]);
    expect(warningsOf({ formations_labels: 'Étapes numériques (La Poste)' })).toEqual([
      'label.schema_refuses',
    ]);
  });

  it('writes the label without its space as the library does', () => {
    expect(readRow(row({ formations_labels: 'Étapes numériques(La Poste)' })).place.labels).toEqual([
      'Étapes numériques (La Poste)',
    ]);
    expect(warningsOf({ formations_labels: 'Étapes numériques(La Poste)' })).toEqual([]);
  });

  it('reads lists with either separator, without repeats', () =>
    expect(readRow(row({ publics_specifiquement_adresses: 'Jeunes; seniors|Jeunes' })).place.publics).toEqual(
      ['Jeunes', 'Seniors'],
    ));

  it('does not keep a mobile number', () => {
    expect(readRow(row({ telephone: '+33612345678' })).place.phone).toBeNull();
    expect(warningsOf({ telephone: '+33612345678' })).toEqual(['phone.mobile_dropped']);
  });

  it('keeps several web addresses apart', () => {
    const { website, otherWebsites } = readRow(row({ site_web: 'https://a.fr|https://b.fr' })).place;
    expect([website, otherWebsites]).toEqual(['https://a.fr', ['https://b.fr']]);
  });

  it('keeps an unknown kind of structure, and says so', () => {
    expect(readRow(row({ typologie: 'EPN|PE' })).place.typologies).toEqual(['EPN', 'PE']);
    expect(warningsOf({ typologie: 'EPN|PE' })).toEqual(['typology.unknown']);
  });

  it('composes decomposed accents', () =>
    expect(readRow(row({ nom: 'Médiathèque'.normalize('NFD') })).place.name).toBe('Médiathèque'));
  it('shortens the value it shows', () =>
    expect(readRow(row({ adresse: 'a'.repeat(300) })).refusals[0]?.value).toHaveLength(80));
});
