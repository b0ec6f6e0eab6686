import { IsCleanText, PageQuery } from '@app/platform';
import { PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { IsOpeningWeek, OpeningWeekView } from '../opening/opening.dto';
import { VOCABULARY } from './standard.vocabulary';
import { TYPOLOGIES } from './typology.vocabulary';
import {
  IsCommuneCode,
  IsEmailAddress,
  IsPhoneNumber,
  IsPivot,
  IsPostalCode,
  IsWebAddress,
  MayBeAbsent,
} from './venue.validators';

const text =
  (max: number, multiline = false): PropertyDecorator =>
  (target, key) => {
    IsOptional()(target, key);
    IsCleanText({ max, multiline })(target, key);
  };
const valuesOf =
  (values: readonly string[]): PropertyDecorator =>
  (target, key) => {
    MayBeAbsent()(target, key);
    IsArray()(target, key);
    ArrayUnique()(target, key);
    ArrayMaxSize(values.length)(target, key);
    IsIn(values, { each: true, message: 'Valeur absente de la liste.' })(target, key);
  };

/** What a host tells about a place. An empty text, or null, takes the information away. */
class VenueFields {
  @IsCleanText({ min: 1, max: 255 }) name: string;
  /** SIRET, RNA or RIDET. */
  @IsPivot() @text(14) pivot?: string | null;
  @text(255) address?: string | null;
  @text(255) addressExtra?: string | null;
  @IsPostalCode() @text(5) postalCode?: string | null;
  @text(100) communeName?: string | null;
  /** INSEE code; gives the name of the commune when no other is told. */
  @IsCommuneCode() @text(5) communeCode?: string | null;
  @IsOptional() @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(-90) @Max(90) latitude?:
    number | null;
  @IsOptional() @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(-180) @Max(180) longitude?:
    number | null;
  @valuesOf(Object.keys(TYPOLOGIES)) typologies?: string[];
  @IsPhoneNumber() @text(20) phone?: string | null;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5) @IsEmailAddress({ each: true }) emails?: string[];
  @IsWebAddress() @text(2000) website?: string | null;
  /** Null when the hours are not known. */
  @IsOptional() @IsOpeningWeek() opening?: OpeningWeekView | null;
  @text(280) summary?: string | null;
  @text(5000, true) description?: string | null;
  @text(255) parentStructure?: string | null;
  @IsOptional() @IsIn(['', ...VOCABULARY.itinerance]) itinerance?: string | null;
  @valuesOf(VOCABULARY.services) services?: string[];
  @valuesOf(VOCABULARY.publics) publics?: string[];
  @valuesOf(VOCABULARY.care) care?: string[];
  @valuesOf(VOCABULARY.fees) fees?: string[];
  @valuesOf(VOCABULARY.programmes) programmes?: string[];
  @valuesOf(VOCABULARY.labels) labels?: string[];
  @MayBeAbsent() @IsArray() @ArrayMaxSize(10) @IsCleanText({ max: 100, each: true }) otherLabels?: string[];
  @valuesOf(VOCABULARY.accessModes) accessModes?: string[];
  @valuesOf(VOCABULARY.supportModes) supportModes?: string[];
  @IsWebAddress() @text(2000) accesslibreUrl?: string | null;
  @IsWebAddress() @text(2000) bookingUrl?: string | null;
}

export class CreateVenue extends VenueFields {
  /** The organisation that holds the place; needed when one is a host for several. */
  @IsOptional() @IsUUID() operatorId?: string;
}

/** Only what is told changes. */
export class EditVenue extends PartialType(VenueFields, { skipNullProperties: false }) {}

export class ManagedSearch extends PageQuery {
  /** Words of the name or commune. */
  @IsOptional() @IsCleanText({ max: 200 }) q?: string;
  /** Those their producer no longer lists, and of which nothing was decided. */
  @IsOptional() @IsIn(['true'], { message: 'Seule la valeur « true » est admise.' }) gone?: 'true';
}

export class ChangeOperator {
  @IsUUID() organisationId: string;
}
