import { cleanText, isCleanText } from '@app/platform';
import { canonicalValue, LABEL_THE_SCHEMA_REFUSES, type VocabularyField } from '../venue/standard.vocabulary';
import { finding, type Finding, type FindingCode } from './finding';
import type { RawRow, StandardColumn } from './standard-header';

/** Direction marks, zero-width spaces and soft hyphens: they say nothing, and make two equal names differ. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2060]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/** Takes the values of one row, and remembers what is wrong with them. */
export class RowReader {
  readonly refusals: Finding[] = [];
  readonly warnings: Finding[] = [];

  constructor(private readonly raw: RawRow) {}

  refuse(code: FindingCode, column: StandardColumn | null, value = '', precision?: string): void {
    this.refusals.push(finding(code, column, value, precision));
  }

  warn(code: FindingCode, column: StandardColumn | null, value = ''): void {
    this.warnings.push(finding(code, column, value));
  }

  text(column: StandardColumn, max: number, multiline = false): string | null {
    const told = this.raw[column] ?? '';
    const value = cleanText(told.replace(INVISIBLE, ''));
    if (value === '') return null;
    if (INVISIBLE.test(told)) this.warn('row.marks_removed', column, value);
    if (!isCleanText(value, multiline)) this.refuse('row.unclean', column, visible(value), uncleanIn(value));
    else if (value.length > max) this.refuse('row.too_long', column, value, `${max} caractères au plus`);
    else return value;
    return null;
  }

  required(column: StandardColumn, max: number): string {
    if ((this.raw[column] ?? '').replace(INVISIBLE, '').trim() === '') this.refuse('row.required', column);
    return this.text(column, max) ?? '';
  }

  /** The value when it passes, else null and a refusal. */
  checked(
    column: StandardColumn,
    value: string | null,
    passes: (value: string) => boolean,
    code: FindingCode,
    precision?: string,
  ): string | null {
    if (value === null || value === '' || passes(value)) return value || null;
    this.refuse(code, column, value, precision);
    return null;
  }

  parts(column: StandardColumn, separator: RegExp, max: number): string[] {
    const values = (this.text(column, max) ?? '').split(separator).map((part) => part.trim());
    return [...new Set(values.filter(Boolean))];
  }

  /** Values of a closed list, written as the standard does. The README of the standard says `;`, its schema `|`. */
  listed(column: StandardColumn, field: VocabularyField): string[] {
    return this.parts(column, /[|;]/, 1000).flatMap((value) => {
      const known = canonicalValue(field, value);
      if (known === undefined) this.refuse('value.unknown', column, value);
      else if (value === LABEL_THE_SCHEMA_REFUSES) this.warn('label.schema_refuses', column, value);
      return known ?? [];
    });
  }
}

const visible = (text: string): string =>
  text.replace(/[^\P{C}\n\t]/gu, (character) => `[${codePoint(character)}]`);

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Which character is in the way, and what it does when it turns the text round. */
function uncleanIn(text: string): string {
  const direction = DIRECTION.exec(text)?.[0];
  if (direction) return `${codePoint(direction)}, qui renverse le sens d’écriture`;
  const other = [...text].find((character) => !isCleanText(character));
  return other ? codePoint(other) : '';
}
