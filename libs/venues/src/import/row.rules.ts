import { isLocalDate } from '@app/platform';
import { openingOf } from '../opening/opening.rules';
import { departementOf } from '../venue/location.rules';
import { TYPOLOGIES } from '../venue/typology.vocabulary';
import type { StandardFields } from '../venue/standard-place';
import { readCoordinates } from './coordinates.rules';
import type { Finding } from './finding';
import { RowReader } from './row-reader';
import type { RawRow, StandardColumn } from './standard-header';
import {
  internationalPhone,
  isCommuneCode,
  isEmail,
  isMobile,
  isPhone,
  isPivot,
  isPlaceholderPivot,
  isPostalCode,
  isWebAddress,
} from '../venue/value.rules';

export interface RowReading {
  sourceId: string;
  place: StandardFields;
  /** A row with a refusal is not imported. */
  refusals: Finding[];
  warnings: Finding[];
}

/** Reads one row of the national standard v1.0.2. */
export function readRow(raw: RawRow): RowReading {
  const row = new RowReader(raw);
  const sourceId = row.required('id', 100);
  const postalCode = row.checked(
    'code_postal',
    row.required('code_postal', 20),
    isPostalCode,
    'postal_code.invalid',
  );
  const communeCode = row.checked(
    'code_insee',
    row.text('code_insee', 20),
    isCommuneCode,
    'commune_code.invalid',
  );
  const place: StandardFields = {
    pivot: pivot(row),
    name: row.required('nom', 255),
    address: row.required('adresse', 255),
    addressExtra: row.text('complement_adresse', 255),
    postalCode,
    communeName: row.required('commune', 100),
    communeCode,
    ...coordinates(row),
    typologies: typologies(row),
    phone: phone(row, departementOf(communeCode, postalCode)),
    emails: checkedParts(row, 'courriels', /[|;]/, isEmail, 'email.invalid'),
    ...websites(row),
    openingHours: openingHours(row),
    summary: row.text('presentation_resume', 280),
    description: row.text('presentation_detail', 5000, true),
    collectedBy: row.text('source', 255),
    itinerance: row.listed('itinerance', 'itinerance').join('|') || null,
    parentStructure: row.text('structure_parente', 255),
    updatedOn: row.checked('date_maj', row.required('date_maj', 20), isLocalDate, 'date.invalid'),
    services: row.listed('services', 'services'),
    publics: row.listed('publics_specifiquement_adresses', 'publics'),
    care: row.listed('prise_en_charge_specifique', 'care'),
    fees: row.listed('frais_a_charge', 'fees'),
    programmes: row.listed('dispositif_programmes_nationaux', 'programmes'),
    labels: row.listed('formations_labels', 'labels'),
    otherLabels: row.parts('autres_formations_labels', /\|/, 1000),
    accessModes: row.listed('modalites_acces', 'accessModes'),
    supportModes: row.listed('modalites_accompagnement', 'supportModes'),
    accesslibreUrl: row.checked(
      'fiche_acces_libre',
      row.text('fiche_acces_libre', 2000),
      isWebAddress,
      'url.invalid',
    ),
    bookingUrl: row.checked('prise_rdv', row.text('prise_rdv', 2000), isWebAddress, 'url.invalid'),
  };
  return { sourceId, place, refusals: row.refusals, warnings: row.warnings };
}

function pivot(row: RowReader): string | null {
  const value = row.required('pivot', 20);
  if (value !== '' && isPlaceholderPivot(value)) {
    row.warn('pivot.placeholder', 'pivot', value);
    return null;
  }
  return row.checked('pivot', value, isPivot, 'pivot.invalid');
}

function coordinates(row: RowReader): Pick<StandardFields, 'latitude' | 'longitude'> {
  const told = { latitude: row.text('latitude', 40), longitude: row.text('longitude', 40) };
  const read = readCoordinates(told.latitude, told.longitude);
  if (read.code === 'coordinates.outside') row.warn(read.code, read.field, told[read.field] ?? '');
  else if (read.code) row.refuse(read.code, read.field, told[read.field] ?? '', read.precision);
  return { latitude: read.latitude ?? null, longitude: read.longitude ?? null };
}

function typologies(row: RowReader): string[] {
  const codes = row.parts('typologie', /[|;]/, 500);
  for (const code of codes) if (!(code in TYPOLOGIES)) row.warn('typology.unknown', 'typologie', code);
  return codes;
}

function openingHours(row: RowReader): string | null {
  const text = row.text('horaires', 500);
  if (text !== null && openingOf(text).kind === 'invalid') row.warn('hours.invalid', 'horaires', text);
  return text;
}

function phone(row: RowReader, departement: string | null): string | null {
  const told = row.text('telephone', 40)?.replaceAll(' ', '') ?? null;
  const meant = told === null ? undefined : internationalPhone(told, departement);
  const number = row.checked('telephone', told, isPhone, 'phone.invalid', meant && `écrivez ${meant}`);
  if (number === null || !isMobile(number)) return number;
  row.warn('phone.mobile_dropped', 'telephone');
  return null;
}

function websites(row: RowReader): Pick<StandardFields, 'website' | 'otherWebsites'> {
  const [website = null, ...otherWebsites] = checkedParts(row, 'site_web', /\|/, isWebAddress, 'url.invalid');
  return { website, otherWebsites };
}

function checkedParts(
  row: RowReader,
  column: StandardColumn,
  separator: RegExp,
  passes: (value: string) => boolean,
  code: 'email.invalid' | 'url.invalid',
): string[] {
  return row
    .parts(column, separator, 4000)
    .filter((part) => row.checked(column, part, passes, code) !== null);
}
