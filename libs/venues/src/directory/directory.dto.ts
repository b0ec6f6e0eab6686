import { among, degrees, IsCleanText, isLocalDate, isLocalTime, PageQuery, whole } from '@app/platform';
import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, ValidateBy } from 'class-validator';
import { VOCABULARY } from '../venue/standard.vocabulary';
import { TYPOLOGIES } from '../venue/typology.vocabulary';
import { VenueCard } from '../venue/venue.dto';
import { IsCommuneCode } from '../venue/venue.validators';

const IsMoment = () =>
  ValidateBy(
    {
      name: 'isMoment',
      validator: {
        validate: (value: unknown) => {
          const [day, time, ...others] = typeof value === 'string' ? value.split('T') : [];
          return value === 'now' || (isLocalDate(day) && isLocalTime(time) && !others.length);
        },
      },
    },
    { message: 'Indiquez « now », ou un jour et une heure (2026-11-30T14:00).' },
  );
const LABELS = [...VOCABULARY.programmes, ...VOCABULARY.labels];
export const SORTS = ['distance', 'relevance', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export class DirectoryFilter {
  /** Words of the name, commune, services, address or description; accents, plurals and elisions do not matter. */
  @IsOptional() @IsCleanText({ max: 200 }) q?: string;
  @IsOptional()
  @Matches(/^(\d{2}|2[AB]|9[78]\d)$/, { message: 'Indiquez un code de département.' })
  departement?: string;
  /** All of them. */
  @among(VOCABULARY.services, 'Ce service ne fait pas partie de la liste.') service?: string[];
  /** Any of them, here and below. */
  @among(VOCABULARY.publics) public?: string[];
  /** A public that the place knows how to welcome. */
  @among(VOCABULARY.care) care?: string[];
  @among(VOCABULARY.fees) fee?: string[];
  /** A national programme, or a training or label of the standard. */
  @among(LABELS) label?: string[];
  @among(Object.keys(TYPOLOGIES)) typology?: string[];
  /** With a NetPublic charter signed, in a version that is still current. */
  @IsOptional() @IsIn(['true'], { message: 'Seule la valeur « true » est admise.' }) charter?: 'true';
  /** With an acceslibre sheet, or a room that a wheelchair can enter. */
  @IsOptional() @IsIn(['true'], { message: 'Seule la valeur « true » est admise.' }) accessible?: 'true';
  /** Open `now`, or at a day and hour of their own clock (`2026-11-30T14:00`); those whose hours nobody knows are left out. */
  @IsOptional() @IsMoment() open?: string;
  /** Only places whose position nobody knows: they are near nothing. */
  @IsOptional() @IsIn(['false'], { message: 'Seule la valeur « false » est admise.' }) located?: 'false';
  /** Around this point; goes with `lon`. */
  @degrees(90) lat?: number;
  @degrees(180) lon?: number;
  /** Around this commune, by its INSEE code. */
  @IsOptional() @IsCommuneCode() commune?: string;
  /** Kilometres around the point or the commune. */
  @whole(1, 500, 'Le rayon est un nombre entier de kilomètres, de 1 à 500.') radius?: number;
}

export class DirectorySearch extends IntersectionType(DirectoryFilter, PageQuery) {
  /** By default the nearest first around a point, the most relevant first for words, else by name. */
  @IsOptional() @IsIn(SORTS, { message: 'Ce tri n’existe pas.' }) sort?: Sort;
}

export class DirectoryCard extends VenueCard {
  /** From the point asked for; null when none was, or when nobody knows where the place is. */
  distanceMetres: number | null;
  /** At the moment asked for, else now; null when its hours are unknown. */
  isOpen: boolean | null;
}

export class DirectoryPage {
  items: DirectoryCard[];
  nextCursor: string | null;
  /** Null around a point without a radius: every place of the country would be near. */
  total: number | null;
}

export class PointsQuery extends DirectoryFilter {
  @degrees(90) south?: number;
  @degrees(180) west?: number;
  @degrees(90) north?: number;
  @degrees(180) east?: number;
  /** Zoom of the map, as tile servers count: what is less than a marker apart is counted together. */
  @whole(0, 19, 'Le zoom est un nombre entier, de 0 à 19.') zoom?: number;
}

export class MapPoint {
  latitude: number;
  longitude: number;
  /** How many places are there; 1 has a slug and a name. */
  count: number;
  slug: string | null;
  name: string | null;
}

export class MapPoints {
  items: MapPoint[];
  total: number;
}
