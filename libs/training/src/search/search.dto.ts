import { among, degrees, IsCleanText, IsLocalDate, PageQuery, several, whole } from '@app/platform';
import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { AUDIENCES, FINANCING_REGIMES, MODALITIES, THEMES } from '../course/course.rules';
import type { Modality, Theme } from '../course/course.rules';

export const COURSE_SORTS = ['relevance', 'date', 'distance', 'title'] as const;
export type CourseSort = (typeof COURSE_SORTS)[number];

/** Filters of one kind are alternatives; kinds are cumulative, and those about sessions hold for one and the same session. */
export class CourseFilter {
  @IsOptional() @IsCleanText({ max: 200 }) q?: string;
  /** Category, or a scheme of the agreement (`mediateur`, `emploi_avenir`). */
  @among(AUDIENCES) category?: string[];
  @several(/^[\w./-]{1,20}$/, 'Ce métier n’est pas un code du répertoire.') metier?: string[];
  @several(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'Cette compétence n’existe pas.') competency?: string[];
  @among(MODALITIES) modality?: Modality[];
  @among(THEMES) theme?: Theme[];
  /** Who pays: a financing regime of article 4. */
  @among(FINANCING_REGIMES) cost?: string[];
  @several(/^(\d{2}|2[AB]|9[78]\d)$/, 'Le département est un code (01, 2A, 974…).') departement?: string[];
  /** Addresses (slugs) of places. */
  @several(/^[a-z0-9-]{1,120}$/, 'Ce lieu n’existe pas.') venue?: string[];
  /** First day a session may begin, on the clock of its place. */
  @IsOptional() @IsLocalDate() from?: string;
  /** Last day it may. */
  @IsOptional() @IsLocalDate() to?: string;
  /** With a seat left. */
  @IsOptional() @IsIn(['true'], { message: 'Seule la valeur « true » est admise.' }) free?: 'true';
  /** INSEE code of a commune: sessions are then told by their distance to it. */
  @IsOptional() @Matches(/^(\d{2}|2[AB])\d{3}$/, { message: 'La commune est un code INSEE de cinq caractères.' }) near?: string;
  /** Around this point, in place of a commune; goes with `lon`. */
  @degrees(90) lat?: number;
  @degrees(180) lon?: number;
  /** Kilometres around the point or the commune. */
  @whole(1, 500, 'Le rayon est un nombre entier de kilomètres, de 1 à 500.') radius?: number;
}

export class CourseSearch extends IntersectionType(CourseFilter, PageQuery) {
  /** By default the most relevant first for words, the nearest around a point, else the soonest. */
  @IsOptional() @IsIn(COURSE_SORTS, { message: 'Ce tri n’existe pas.' }) sort?: CourseSort;
}

/** The session a card announces: the nearest when a point is asked, else the soonest; always one that the filters leave. */
export class NextSession {
  code: string;
  startsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  departementCode: string | null;
  seatsLeft: number;
  /** Kilometres as the crow flies; null when unknown or not asked. */
  distanceKm: number | null;
}

export class CourseCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  theme: Theme;
  modality: Modality;
  durationHours: number;
  audienceCategories: (typeof AUDIENCES)[number][];
  sessionsCount: number;
  nextSession: NextSession | null;
}

export class FacetValue {
  facet: 'category' | 'metier' | 'competency' | 'modality' | 'theme' | 'cost' | 'departement' | 'venue' | 'month' | 'free';
  value: string;
  /** What the value is called; null when it is a code of the interface. */
  label: string | null;
  /** Courses found with this value and the filters of the other kinds. */
  count: number;
}

export class WordCorrection {
  typed: string;
  meant: string;
}

export class CoursePage {
  items: CourseCard[];
  nextCursor: string | null;
  total: number;
  /** On the first page; at most thirty values of each kind, the most frequent first. */
  facets: FacetValue[];
  /** Words that no sheet holds, read as the nearest that one does. */
  corrections: WordCorrection[];
  /** Words that no sheet holds, left aside. */
  unknown: string[];
  /** No course holds all the words: these hold some of them. */
  loosened: boolean;
}

export class SuggestQuery {
  @IsCleanText({ min: 1, max: 100 }) q: string;
}

export class Suggestion {
  /** A course to go to, or words to search. */
  kind: 'course' | 'words';
  text: string;
  /** Address of the course. */
  slug: string | null;
}

export class Suggestions {
  items: Suggestion[];
}
