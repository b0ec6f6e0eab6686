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
    [{ latitude: '4.8357', longitude: '45.764' }, 'latitude coordinates.swapped'],
    [{ latitude: '6862305', longitude: '652469' }, 'latitude coordinates.lambert93'],
    [{ latitude: '7691000', longitude: '340000' }, 'latitude coordinates.projected'],
    [{ telephone: '0262 12 34 56' }, 'telephone phone.invalid'],
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

  it.each<[RawRow, string]>([
    [{ telephone: '01 80 05 98 80' }, 'Numéro attendu au format international, sans espace (écrivez +33180059880)'],
    [{ telephone: '0262123456', code_postal: '97400' }, 'Numéro attendu au format international, sans espace (écrivez +262262123456)'],
    [{ telephone: '+33(0)180059880' }, 'Numéro attendu au format international, sans espace (écrivez +33180059880)'],
    [{ telephone: '27.12.34', code_postal: '98800' }, 'Numéro attendu au format international, sans espace (écrivez +687271234)'],
    [{ telephone: '3939' }, 'Numéro attendu au format international, sans espace'],
    [{ nom: 'Espace \u202epublic' }, 'Le texte contient des caractères invisibles ou interdits (U+202E, qui renverse le sens d’écriture)'],
    [{ latitude: '4.8357', longitude: '45.764' }, 'La latitude et la longitude sont inversées (45.764 est une latitude, 4.8357 une longitude)'],
  ])('says what to do about %j', (change, message) =>
    expect(readRow(row(change)).refusals[0]?.message).toBe(message),
  );

  it.each(['+262262123456', '+590590123456', '+594594123456', '+596596123456', '+508412345', '+687271234', '+68940123456', '+681721234', '+269269123'])(
    'accepts the number %s of an overseas territory',
    (telephone) => expect(readRow(row({ telephone })).place.phone).toBe(telephone),
  );

  it.each(['+262692123456', '+590690123456', '+594694123456', '+596696123456', '+687771234', '+68987123456'])(
    'does not keep the mobile number %s of an overseas territory',
    (telephone) => expect(readRow(row({ telephone })).place.phone).toBeNull(),
  );

  it('takes direction marks and zero-width spaces out of a text, and says so', () => {
    expect(readRow(row({ nom: '\u200fMédia\u200bthèque\u200e' })).place.name).toBe('Médiathèque');
    expect(warningsOf({ nom: '\u200fMédiathèque' })).toEqual(['row.marks_removed']);
    expect(refusalsOf({ nom: '\u200f\u200e' })).toEqual(['nom row.required']);
  });

  it('keeps hours that do not parse as the text they are, and says so', () => {
    expect(readRow(row({ horaires: 'Sur rendez-vous le mardi' })).place.openingHours).toBe('Sur rendez-vous le mardi');
    expect(warningsOf({ horaires: 'Sur rendez-vous le mardi' })).toEqual(['hours.invalid']);
    expect(warningsOf({ horaires: 'Mo-Fr 09:00-12:00; PH off' })).toEqual([]);
  });

  it('does not take a position outside of France', () => {
    expect(readRow(row({ latitude: '0', longitude: '0' })).place.latitude).toBeNull();
    expect(warningsOf({ latitude: '0', longitude: '0' })).toEqual(['coordinates.outside']);
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
