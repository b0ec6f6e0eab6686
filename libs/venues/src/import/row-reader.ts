import { cleanText, isCleanText } from '@app/platform';
import { canonicalValue, LABEL_THE_SCHEMA_REFUSES, type VocabularyField } from '../venue/standard.vocabulary';
import { finding, type Finding, type FindingCode } from './finding';
import type { RawRow, StandardColumn } from './standard-header';

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
    const value = cleanText(this.raw[column] ?? '');
    if (value === '') return null;
    if (!isCleanText(value, multiline)) this.refuse('row.unclean', column);
    else if (value.length > max) this.refuse('row.too_long', column, value, `${max} caractères au plus`);
    else return value;
    return null;
  }

  required(column: StandardColumn, max: number): string {
    if ((this.raw[column] ?? '').trim() === '') this.refuse('row.required', column);
    return this.text(column, max) ?? '';
  }

  /** The value when it passes, else null and a refusal. */
  checked(
    column: StandardColumn,
    value: string | null,
    passes: (value: string) => boolean,
    code: FindingCode,
  ): string | null {
    if (value === null || value === '' || passes(value)) return value || null;
    this.refuse(code, column, value);
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
