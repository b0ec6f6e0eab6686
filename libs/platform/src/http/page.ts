import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from '../problems/problem';
import { isUuid } from './id';

/** Cursor pagination of every list. */
export class PageQuery {
  @IsOptional()
  @Transform(({ value }) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : value))
  @IsInt({ message: 'Le nombre de résultats est un entier.' })
  @Min(1, { message: 'Demandez au moins 1 résultat.' })
  @Max(100, { message: 'Demandez au plus 100 résultats.' })
  limit: number = 20;

  @IsOptional()
  @IsString({ message: 'Le repère de page est un texte.' })
  @MaxLength(500, { message: 'Le repère de page est trop long.' })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Cuts the extra row asked beyond `limit`, and turns the last kept row into the next cursor. */
export function page<T>(rows: T[], limit: number, keyOf: (row: T) => (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}

/** What a part of a cursor may hold; each is written as text, as PostgreSQL reads it back. */
const PARTS = {
  text: (part: string) => !part.includes('\0'),
  number: (part: string) => /^-?\d{1,15}(\.\d{1,20})?(e-?\d{1,2})?$/.test(part),
  instant: (part: string) => part === 'infinity' || INSTANT.test(part),
  uuid: isUuid,
};
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;
export type CursorPart = keyof typeof PARTS;

/** The key a cursor holds, of the expected parts, or undefined on the first page. A forged one is a 400. */
export function cursorKey(cursor: string | undefined, ...parts: CursorPart[]): string[] | undefined {
  if (!cursor) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts.length) {
      const told = key.map(String);
      if (parts.every((part, index) => PARTS[part](told[index]!))) return told;
    }
  } catch {
    // falls through to the refusal below
  }
  throw forged();
}

/** The id a cursor holds, for lists that find the rest of the key again by it; null on the first page. */
export function cursorId(cursor: string | undefined): string | null {
  return cursorKey(cursor, 'uuid')?.[0] ?? null;
}

const forged = () => new Problem(400, 'page.cursor_invalid', 'Le repère de page n’est pas valable. Reprenez la liste au début.');
